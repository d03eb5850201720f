package dev.capstan.kit.security;

import dev.capstan.kit.problem.ProblemWriter;
import dev.capstan.kit.settings.CapstanSettings;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration(before = {OAuth2ResourceServerAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
class ResourceServerAutoConfiguration {

    private static final String[] OPEN_PATHS = {"/health", "/ready", "/activity", "/metrics", "/openapi"};

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(CapstanSettings settings) {
        return TokenDecoders.of(settings.security());
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain resourceServer(
            HttpSecurity http, CapstanSettings settings, ProblemWriter writer, ObjectProvider<Refusals> refusals) {
        SecurityProblems problems = new SecurityProblems(writer, refusals.getIfAvailable(() -> (_, _) -> null));
        stateless(http);
        http.authorizeHttpRequests(paths -> rules(paths, settings.http().publicPaths()));
        http.oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.jwtAuthenticationConverter(rolesFromClaim())));
        http.exceptionHandling(
                failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        return http.build();
    }

    private static void stateless(HttpSecurity http) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A bearer token is never sent by a browser on its own, so there is no request to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths,
            List<String> publicPaths) {
        // These go on with a request that was authorized before.
        paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN_PATHS)
                .permitAll()
                .requestMatchers(publicPaths.toArray(String[]::new))
                .permitAll()
                // A second lock before that of each operation: no person but an administrator gets this far.
                .requestMatchers("/internal/**")
                .hasAnyRole(Role.SERVICE.claim(), Role.ADMIN.claim())
                .anyRequest()
                .authenticated();
    }

    private static JwtAuthenticationConverter rolesFromClaim() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix(Role.AUTHORITY_PREFIX);
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    @Bean
    WebMvcConfigurer callerWebMvc() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerParameter());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleCheck());
            }
        };
    }
}

package dev.capstan.gateway.perimeter;

import dev.capstan.kit.problem.ProblemWriter;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Puts the valves and the filter in their places. */
@Configuration(proxyBeanMethods = false)
class PerimeterConfiguration {

    /** After the correlation id and the problem writer, before the token check: a preflight carries no token. */
    private static final int AFTER_PROBLEMS = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> perimeterValves(PerimeterSettings settings) {
        return factory -> factory.addEngineValves(new CallerValve(settings.proxies()), new SecurityHeadersValve());
    }

    @Bean
    FilterRegistrationBean<CorsFilter> originFilter(PerimeterSettings settings, ProblemWriter writer) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowing(settings.frontendUrl()));
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(new ProblemCorsProcessor(writer));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(AFTER_PROBLEMS);
        return registration;
    }

    private static CorsConfiguration allowing(List<String> origins) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-Correlation-Id"));
        allowed.setExposedHeaders(List.of(
                "Location",
                "ETag",
                "Retry-After",
                "RateLimit",
                "RateLimit-Policy",
                "Idempotency-Replayed",
                "X-Correlation-Id"));
        allowed.setMaxAge(Duration.ofMinutes(10));
        return allowed;
    }
}

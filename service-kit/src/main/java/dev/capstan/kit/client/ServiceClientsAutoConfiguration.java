package dev.capstan.kit.client;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.settings.CapstanSettings;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@AutoConfiguration
@EnableConfigurationProperties(ClientSettings.class)
class ServiceClientsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServiceClients serviceClients(
            CapstanSettings settings,
            ClientSettings limits,
            EventJson json,
            Clock clock,
            @Value("${spring.application.name}") String name) {
        JdkClientHttpRequestFactory requests = RestServiceClients.requests(limits);
        String clientId = Objects.requireNonNullElse(settings.security().clientId(), name);
        RestClient toKeycloak = RestClient.builder().requestFactory(requests).build();
        ServiceToken token = new ServiceToken(new ClientCredentials(toKeycloak, settings.security(), clientId), clock);
        return new RestServiceClients(settings, json, token, requests);
    }
}

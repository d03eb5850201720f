package dev.capstan.kit.client;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.ServiceClients;
import dev.capstan.kit.settings.CapstanSettings;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(ClientSettings.class)
class ClientAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(ServiceClients.class)
    HttpServiceClients serviceClients(
            CapstanSettings settings,
            ClientSettings limits,
            EventJson json,
            Clock clock,
            @Value("${spring.application.name}") String serviceName) {
        return new HttpServiceClients(settings, limits, json, clock, serviceName);
    }
}

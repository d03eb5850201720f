package dev.capstan.gateway.forwarding;

import dev.capstan.kit.settings.CapstanSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the services are, as this process was told. */
@Configuration(proxyBeanMethods = false)
class ForwardingConfiguration {

    @Bean
    Replicas replicas(CapstanSettings settings) {
        return new Replicas(settings::replicasOf);
    }
}

package dev.capstan.kit.kafka;

import dev.capstan.kit.health.HealthCheck;
import dev.capstan.kit.settings.CapstanSettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnBooleanProperty(name = "capstan.kafka.enabled", matchIfMissing = true)
class KafkaClientsAutoConfiguration {

    @Bean
    KafkaClients kafkaClients(CapstanSettings settings) {
        return new KafkaClients(settings);
    }

    @Bean
    TopicCheck topicCheck(KafkaClients clients) {
        return new TopicCheck(clients, TopicCheck.allTopics());
    }

    @Bean
    HealthCheck kafkaCheck(KafkaClients clients) {
        return new KafkaCheck(clients);
    }
}

package dev.capstan.kit.consumer.view;

import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.kafka.KafkaClients;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnBooleanProperty(name = "capstan.kafka.enabled", matchIfMissing = true)
class ViewsAutoConfiguration {

    @Bean
    KafkaViews kafkaViews(KafkaClients clients, EventJson json, Clock clock) {
        return new KafkaViews(clients, json, clock);
    }
}

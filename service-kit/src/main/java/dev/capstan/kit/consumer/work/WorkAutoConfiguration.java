package dev.capstan.kit.consumer.work;

import dev.capstan.kit.kafka.KafkaClients;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(WorkSettings.class)
@ConditionalOnBooleanProperty(name = "capstan.kafka.enabled", matchIfMissing = true)
class WorkAutoConfiguration {

    /** Targets come in sets, one set per kind of consumer; they are asked for when everything else stands. */
    @Bean
    WorkConsumers workConsumers(KafkaClients clients, ObjectProvider<BatchTargets> targets, WorkSettings settings) {
        return new WorkConsumers(
                clients,
                () -> targets.orderedStream()
                        .flatMap(set -> set.targets().stream())
                        .toList(),
                settings.gather());
    }

    @Bean
    ConsumerActivity consumerActivity(WorkConsumers consumers, KafkaClients clients) {
        return new ConsumerActivity(consumers::loops, clients);
    }
}

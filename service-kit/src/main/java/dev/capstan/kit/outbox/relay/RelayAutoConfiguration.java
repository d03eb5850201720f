package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.kafka.KafkaClients;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.Outbox;
import dev.capstan.kit.settings.CapstanSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "capstan.kafka.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RelaySettings.class)
class RelayAutoConfiguration {

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc, JsonMapper mapper) {
        return new OutboxRows(jdbc, mapper);
    }

    @Bean
    BucketLeases bucketLeases(
            JdbcClient jdbc, Transactions transactions, CapstanSettings capstan, RelaySettings settings) {
        return new BucketLeases(jdbc, transactions, capstan.instanceId(), settings.lease());
    }

    @Bean
    RelayMetrics relayMetrics(MeterRegistry registry, Clock clock, BucketLeases leases) {
        RelayMetrics metrics = new RelayMetrics(registry, clock);
        metrics.buckets(registry, () -> leases.held().size());
        return metrics;
    }

    @Bean
    Relay relay(
            OutboxRows rows,
            BucketLeases leases,
            RelaySettings settings,
            RelayMetrics metrics,
            KafkaClients clients,
            @Value("${spring.application.name}") String service) {
        return new Relay(
                rows,
                leases,
                settings,
                metrics,
                outcome -> new RecordSender(clients, service, settings.deliveryTimeoutMillis(), outcome));
    }

    @Bean
    RelayLifecycle relayLifecycle(
            Relay relay,
            BucketLeases leases,
            OutboxRows rows,
            RelayMetrics metrics,
            RelaySettings settings,
            ObjectProvider<CompactedStates> states,
            Outbox outbox,
            Transactions transactions) {
        StateRepublisher republisher =
                new StateRepublisher(states.orderedStream().toList(), outbox, transactions, settings.republishEvery());
        return new RelayLifecycle(relay, leases, rows, republisher, metrics, settings);
    }
}

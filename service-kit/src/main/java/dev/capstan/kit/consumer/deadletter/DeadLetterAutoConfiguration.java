package dev.capstan.kit.consumer.deadletter;

import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.RawRecords;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
class DeadLetterAutoConfiguration {

    @Bean
    DeadLetterRows deadLetterRows(JdbcClient jdbc, JsonMapper mapper) {
        return new DeadLetterRows(jdbc, mapper);
    }

    @Bean
    DeadLetters deadLetters(
            DeadLetterRows rows,
            RawRecords outbox,
            Transactions transactions,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        return new DeadLetters(rows, outbox, transactions, ids, clock, meters);
    }

    @Bean
    DeadLetterController deadLetterController(
            DeadLetterRows rows, Transactions transactions, ObjectProvider<Replayers> replayers) {
        SingletonSupplier<java.util.Map<String, Replayer>> byName = SingletonSupplier.of(() -> replayers
                .orderedStream()
                .flatMap(set -> set.replayers().stream())
                .collect(Collectors.toUnmodifiableMap(Replayer::consumerName, replayer -> replayer)));
        return new DeadLetterController(rows, new Replay(rows, transactions, byName::obtain));
    }
}

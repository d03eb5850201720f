package dev.capstan.kit.consumer.stream;

import dev.capstan.kit.alert.Alerts;
import dev.capstan.kit.consumer.OrderEventHandler;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.consumer.deadletter.DeadLetters;
import dev.capstan.kit.consumer.deadletter.Replayer;
import dev.capstan.kit.consumer.deadletter.Replayers;
import dev.capstan.kit.consumer.work.BatchTarget;
import dev.capstan.kit.consumer.work.BatchTargets;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.security.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@EnableConfigurationProperties(StreamSettings.class)
class StreamAutoConfiguration {

    /** Made on first use, because a handler may itself ask for positions. */
    @Bean
    NumberedStreams numberedStreams(
            ObjectProvider<OrderEventHandler> handlers,
            JdbcOperations jdbc,
            Transactions transactions,
            Alerts alerts,
            ServiceClients clients,
            DeadLetters deadLetters,
            EventJson json,
            MeterRegistry meters,
            StreamSettings settings) {
        Function<OrderEventHandler, NumberedStream> wire = handler -> {
            StreamMetrics metrics = new StreamMetrics(meters, handler.consumerName());
            PositionRows rows = new PositionRows(jdbc, handler.consumerName());
            StreamApplier applier = new StreamApplier(handler, rows, transactions, alerts, metrics);
            StreamRepair repair = new StreamRepair(rows, applier, new StreamSource(clients, json), json);
            KeyWorkers workers = new KeyWorkers(settings.parallelism());
            return new NumberedStream(
                    rows,
                    repair,
                    new StreamConsumer(handler.consumerName(), applier, repair, deadLetters, json, metrics, workers));
        };
        return new NumberedStreams(SingletonSupplier.of(() ->
                handlers.orderedStream().collect(Collectors.toUnmodifiableMap(OrderEventHandler::consumerName, wire))));
    }

    @Bean
    @ConditionalOnMissingBean
    StreamPositions streamPositions(NumberedStreams streams, StreamSettings settings) {
        return new JdbcStreamPositions(streams::byName, settings.staleAfter());
    }

    @Bean
    BatchTargets streamConsumers(NumberedStreams streams) {
        return () -> streams.byName().values().stream()
                .<BatchTarget>map(NumberedStream::consumer)
                .toList();
    }

    @Bean
    Replayers streamReplayers(NumberedStreams streams) {
        return () -> streams.byName().entrySet().stream()
                .<Replayer>map(stream ->
                        new StreamReplayer(stream.getKey(), stream.getValue().rows()))
                .toList();
    }

    @Bean
    ParkedController parkedController(JdbcClient jdbc, StreamPositions positions) {
        return new ParkedController(jdbc, positions);
    }

    @Bean
    ParkedActivity parkedActivity(JdbcClient jdbc) {
        return new ParkedActivity(jdbc);
    }

    /** All consumers of order events by name. */
    record NumberedStreams(SingletonSupplier<Map<String, NumberedStream>> supplier) {

        Map<String, NumberedStream> byName() {
            return supplier.obtain();
        }
    }
}

package dev.capstan.systemtests.dsl;

import dev.capstan.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of order events, written to by somebody who should not. */
public final class OrderTopic {

    private static final long LIMIT_SECONDS = 20;

    private OrderTopic() {}

    /** Adds a record, whatever it says, and waits until the broker has it. */
    public static void produces(Capstan capstan, String key, String value) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, capstan.kafka());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.ORDER_EVENTS, key, bytes)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while producing", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("the record was not taken", failed);
        }
    }
}

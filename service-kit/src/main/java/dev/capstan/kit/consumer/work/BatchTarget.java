package dev.capstan.kit.consumer.work;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Applies what one poll brought. */
public interface BatchTarget {

    /** Kafka group and name of the consumer. */
    String consumerName();

    String topic();

    /**
     * Applies the records, in order per partition. Returns when each has its effect, is stored as a dead letter, or was applied before.
     *
     * @throws RuntimeException when infrastructure is away; the same records come again
     */
    void apply(List<ConsumerRecord<String, byte[]>> records);
}

package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.kafka.EventHeaders;
import dev.capstan.kit.kafka.KafkaClients;
import dev.capstan.kit.outbox.OutboxRow;
import dev.capstan.kit.tracing.Traces;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * One life of a producer. A failed send ends it: the producer is closed from inside its own sending thread, before that thread can send
 * anything younger, so a key never continues behind a record that failed.
 */
final class RecordSender {

    private final Producer<String, byte[]> producer;
    private final String source;
    private final Outcome outcome;
    private final Thread caller = Thread.currentThread();
    private volatile boolean failed;

    RecordSender(KafkaClients clients, String source, int deliveryTimeoutMillis, Outcome outcome) {
        this.producer = clients.producer("outbox", deliveryTimeoutMillis);
        this.source = source;
        this.outcome = outcome;
    }

    /** What became of a row; called on the producer's thread or, for an immediate refusal, on the caller's. */
    interface Outcome {

        void acknowledged(OutboxRow row);

        /** Kafka will never take this record as it is. */
        void refused(OutboxRow row, Exception reason);

        /** The life of this producer is over; nothing is known about the row. */
        void unanswered(OutboxRow row, Exception reason);
    }

    boolean hasFailed() {
        return failed;
    }

    /** Hands the row to the producer. Only the thread that made this sender may call it. */
    void send(OutboxRow row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        EventHeaders.write(message.headers(), row.eventId(), row.type(), source, row.occurredAt(), row.correlationId());
        if (row.traceParent() != null) {
            // The agent, where there is one, replaces it with the span of the send, which is a child of this.
            EventHeaders.put(message.headers(), Traces.HEADER, row.traceParent());
        }
        row.extraHeaders().forEach((name, value) -> EventHeaders.put(message.headers(), name, value));
        Traces.within(row.traceParent(), () -> handOver(row, message));
    }

    private void handOver(OutboxRow row, ProducerRecord<String, byte[]> message) {
        try {
            // Every answer comes through the callback, immediate refusals included.
            var _ = producer.send(message, (_, failure) -> answered(row, failure));
        } catch (KafkaException | IllegalStateException e) {
            answered(row, e);
        }
    }

    private void answered(OutboxRow row, @Nullable Exception failure) {
        if (failure == null) {
            outcome.acknowledged(row);
        } else if (isPermanent(failure) && Thread.currentThread().equals(caller)) {
            // Refused before it was queued, e.g. too large: nothing younger is on its way yet.
            outcome.refused(row, failure);
        } else {
            endLife();
            if (isPermanent(failure)) {
                outcome.refused(row, failure);
            } else {
                outcome.unanswered(row, failure);
            }
        }
    }

    /** On the producer's own thread this forgets everything unsent at once; each is then answered with a failure. */
    private void endLife() {
        if (!failed) {
            failed = true;
            producer.close(Duration.ZERO);
        }
    }

    private boolean isPermanent(Exception failure) {
        return !failed
                && failure instanceof KafkaException
                && !(failure instanceof RetriableException)
                && !(failure.getCause() instanceof RetriableException);
    }

    /** Returns when nothing more can be answered. */
    void close(Duration patience) {
        producer.close(patience);
    }
}

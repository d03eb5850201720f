package dev.capstan.kit.consumer.deadletter;

import dev.capstan.contracts.Topics;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.kafka.EventHeaders;
import dev.capstan.kit.outbox.RawRecord;
import dev.capstan.kit.outbox.RawRecords;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts records aside: row and copy in one transaction, once for each record however often it is delivered. */
public final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetterRows rows;
    private final RawRecords outbox;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadLetters(
            DeadLetterRows rows,
            RawRecords outbox,
            Transactions transactions,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /** In the current transaction, or in one of its own. */
    public void store(String consumer, ConsumerRecord<String, byte[]> message, String reason) {
        Map<String, String> headers = headersOf(message);
        boolean isNew = transactions.call(() -> {
            boolean inserted = rows.insert(consumer, message, headers, reason);
            if (inserted && hasDeadLetterTopic(message.topic())) {
                outbox.append(copy(consumer, message, headers, reason));
            }
            return inserted;
        });
        if (isNew) {
            meters.counter("consumer.dead.letters", "consumer", consumer).increment();
            log.error(
                    "{} puts {}-{}@{} aside: {}",
                    consumer,
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    reason);
        }
    }

    private static boolean hasDeadLetterTopic(String topic) {
        return Topics.all().stream().anyMatch(known -> known.name().equals(topic) && known.deadLetters());
    }

    private RawRecord copy(
            String consumer, ConsumerRecord<String, byte[]> message, Map<String, String> headers, String reason) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("capstan-dead-letter-consumer", consumer);
        more.put("capstan-dead-letter-reason", reason);
        more.put("capstan-dead-letter-source", message.topic() + "-" + message.partition() + "@" + message.offset());
        return new RawRecord(
                message.topic() + Topics.DEAD_LETTER_SUFFIX,
                Objects.requireNonNullElse(message.key(), ""),
                eventIdOf(message),
                headers.getOrDefault("ce_type", "Unreadable.v1"),
                clock.instant(),
                payloadOf(message),
                more);
    }

    private UUID eventIdOf(ConsumerRecord<String, byte[]> message) {
        try {
            return EventHeaders.eventId(message.headers());
        } catch (IllegalArgumentException e) {
            log.debug("The record has no id of its own: {}", e.getMessage());
            return ids.next();
        }
    }

    static byte[] payloadOf(ConsumerRecord<String, byte[]> message) {
        return message.value() == null ? new byte[0] : message.value();
    }

    private static Map<String, String> headersOf(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}

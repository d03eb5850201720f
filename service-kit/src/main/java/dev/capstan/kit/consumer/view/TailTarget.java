package dev.capstan.kit.consumer.view;

import dev.capstan.kit.json.EventJson;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Passes records of a lossy topic on; one that cannot be read is one more that was lost. */
final class TailTarget<T> implements TopicReader.Target {

    private static final Logger log = LoggerFactory.getLogger(TailTarget.class);

    /** It may be this far behind; a feed of many ticks then costs four fetches a second and not hundreds. */
    private static final Duration GATHER = Duration.ofMillis(250);

    private final Class<T> type;
    private final EventJson json;
    private final Consumer<T> onRecord;

    TailTarget(Class<T> type, EventJson json, Consumer<T> onRecord) {
        this.type = type;
        this.json = json;
        this.onRecord = onRecord;
    }

    @Override
    public boolean fromStart() {
        return false;
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            onRecord.accept(json.read(message.value(), type));
        } catch (JacksonException e) {
            log.warn("Unreadable {} at {}@{}", type.getSimpleName(), message.partition(), message.offset());
        } catch (RuntimeException e) {
            log.error("{} at {}@{} was not taken", type.getSimpleName(), message.partition(), message.offset(), e);
        }
    }

    @Override
    public Duration gather() {
        return GATHER;
    }

    @Override
    public void caughtUp() {
        log.debug("Follows {} from its end", type.getSimpleName());
    }
}

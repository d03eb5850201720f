package dev.capstan.kit.consumer.view;

import dev.capstan.kit.consumer.View;
import dev.capstan.kit.json.EventJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Newest state by key. A record's age counts from when it was sent, so an old state is not fresh because it was read just now. */
final class CompactedView<T> implements View<T>, TopicReader.Target {

    private static final Logger log = LoggerFactory.getLogger(CompactedView.class);
    private static final Duration STALE_AFTER = Duration.ofSeconds(90);

    private final String topic;
    private final Class<T> type;
    private final ToLongFunction<T> version;
    private final EventJson json;
    private final Clock clock;
    private final Map<String, Seen<T>> states = new ConcurrentHashMap<>();
    private volatile boolean complete;

    CompactedView(String topic, Class<T> type, ToLongFunction<T> version, EventJson json, Clock clock) {
        this.topic = topic;
        this.type = type;
        this.version = version;
        this.json = json;
        this.clock = clock;
    }

    private record Seen<T>(T state, long version, Instant sentAt) {

        /** The newer of two; of equal versions the one sent later. */
        Seen<T> or(Seen<T> other) {
            if (other.version != version) {
                return other.version > version ? other : this;
            }
            return other.sentAt.isAfter(sentAt) ? other : this;
        }
    }

    @Override
    public boolean fromStart() {
        return true;
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null) {
            return;
        }
        if (message.value() == null) {
            states.remove(message.key());
            return;
        }
        try {
            T state = json.read(message.value(), type);
            Instant sentAt = Instant.ofEpochMilli(Math.min(message.timestamp(), clock.millis()));
            states.merge(message.key(), new Seen<>(state, version.applyAsLong(state), sentAt), Seen::or);
        } catch (JacksonException e) {
            // The owner publishes every state again soon; until then the one we have grows stale and says so.
            log.error(
                    "Unreadable state {}-{}@{} of key {}: {}",
                    topic,
                    message.partition(),
                    message.offset(),
                    message.key(),
                    e.getOriginalMessage());
        }
    }

    /** States change seldom. */
    @Override
    public Duration gather() {
        return Duration.ZERO;
    }

    @Override
    public void caughtUp() {
        complete = true;
    }

    String topic() {
        return topic;
    }

    @Override
    public Optional<T> get(String key) {
        return Optional.ofNullable(states.get(key)).map(Seen::state);
    }

    @Override
    public Collection<T> all() {
        return states.values().stream().map(Seen::state).toList();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public boolean isStale(String key) {
        Seen<T> seen = states.get(key);
        return seen == null || seen.sentAt().plus(STALE_AFTER).isBefore(clock.instant());
    }
}

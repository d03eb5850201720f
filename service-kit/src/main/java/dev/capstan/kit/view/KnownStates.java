package dev.capstan.kit.view;

import dev.capstan.kit.consumer.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** The newest state by key. A lower version than the one known is an older state that compaction or a resend kept, and is ignored. */
final class KnownStates<T> implements View<T> {

    /** Three times the interval at which owners republish. */
    static final Duration STALE_AFTER = Duration.ofSeconds(90);

    private final ToLongFunction<T> version;
    private final Clock clock;
    private final Map<String, Known<T>> states = new ConcurrentHashMap<>();
    private volatile boolean complete;

    private record Known<T>(T state, long version, Instant heardAt) {}

    KnownStates(ToLongFunction<T> version, Clock clock) {
        this.version = version;
        this.clock = clock;
    }

    /**
     * Takes a state in.
     *
     * @param sentAt when the record was written to the topic: a state read back after a restart is as old as it is
     */
    void heard(String key, T state, Instant sentAt) {
        Known<T> heard = new Known<>(state, version.applyAsLong(state), earlier(sentAt, clock.instant()));
        states.merge(key, heard, (known, later) -> later.version() < known.version() ? known : later);
    }

    void gone(String key) {
        states.remove(key);
    }

    void completed() {
        complete = true;
    }

    @Override
    public Optional<T> get(String key) {
        return Optional.ofNullable(states.get(key)).map(Known::state);
    }

    @Override
    public Collection<T> all() {
        return states.values().stream().map(Known::state).toList();
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public boolean isStale(String key) {
        Known<T> known = states.get(key);
        return known == null || known.heardAt().plus(STALE_AFTER).isBefore(clock.instant());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

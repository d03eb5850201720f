package dev.capstan.strategy.run.adapter.work;

import dev.capstan.strategy.run.domain.RunId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Runs that could not be worked for: each is left alone a while, longer each time, and holds up no other. */
final class RestingRuns {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<RunId, Rest> resting = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    RestingRuns(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Rest(long untilNanos, Duration pause) {}

    boolean isResting(RunId id) {
        Rest rest = resting.get(id);
        return rest != null && rest.untilNanos() - nanos.getAsLong() > 0;
    }

    /** It failed, and is tried again when its rest is over. */
    void rests(RunId id) {
        resting.compute(id, (_, before) -> {
            Duration pause = before == null ? FIRST : shorter(before.pause().multipliedBy(2));
            return new Rest(nanos.getAsLong() + pause.toNanos(), pause);
        });
    }

    /** It has nothing to do but wait; the next try is as soon as after a first failure. */
    void waits(RunId id) {
        resting.put(id, new Rest(nanos.getAsLong() + FIRST.toNanos(), FIRST));
    }

    void wentWell(RunId id) {
        resting.remove(id);
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}

package dev.capstan.kit.consumer.work;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a batch that failed is tried again: soon at first, then every few seconds, for ever. */
final class Retry {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration pause = FIRST;
    private long dueNanos;
    private boolean waiting;
    private volatile @Nullable String trouble;

    void failed(String reason) {
        trouble = reason;
        waiting = true;
        dueNanos = System.nanoTime() + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }

    void reset() {
        trouble = null;
        waiting = false;
        pause = FIRST;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** True once when the pause is over. */
    boolean isDue() {
        if (waiting && System.nanoTime() - dueNanos >= 0) {
            waiting = false;
            return true;
        }
        return false;
    }

    /** Stays until a batch succeeds. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }
}

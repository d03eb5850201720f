package dev.capstan.strategy.run.adapter.work;

import java.time.Duration;

/** What one thread does every so often, at first at once. */
final class Turn {

    private final long everyNanos;
    private long lastNanos;

    Turn(Duration every) {
        everyNanos = every.toNanos();
        lastNanos = System.nanoTime() - everyNanos;
    }

    boolean isDue() {
        return System.nanoTime() - lastNanos >= everyNanos;
    }

    void done() {
        lastNanos = System.nanoTime();
    }
}

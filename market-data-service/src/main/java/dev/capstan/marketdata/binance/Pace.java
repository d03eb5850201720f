package dev.capstan.marketdata.binance;

import dev.capstan.marketdata.instrument.VenueUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Spaces calls, and makes none while the venue wants a pause. */
final class Pace {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Duration distance;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long nextNanos = System.nanoTime();

    /** @param distance between two calls */
    Pace(Duration distance) {
        this.distance = distance;
    }

    /**
     * Waits for the next call's turn.
     *
     * @throws VenueUnavailableException when that is not soon
     */
    void await() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            long wait = Math.max(0, nextNanos - System.nanoTime());
            requireSoon(wait);
            Thread.sleep(Duration.ofNanos(wait));
            nextNanos = System.nanoTime() + distance.toNanos();
        } finally {
            turn.unlock();
        }
    }

    /**
     * For a call that is too rare to be spaced.
     *
     * @throws VenueUnavailableException while the venue wants a pause
     */
    void requireNoPause() {
        requireSoon(nextNanos - System.nanoTime());
    }

    private static void requireSoon(long waitNanos) {
        if (waitNanos > LONGEST_WAIT.toNanos()) {
            throw new VenueUnavailableException("the venue wants a pause of " + Duration.ofNanos(waitNanos));
        }
    }

    /** No call before {@code pause} is over. */
    void pause(Duration pause) {
        turn.lock();
        try {
            nextNanos = Math.max(nextNanos, System.nanoTime() + pause.toNanos());
        } finally {
            turn.unlock();
        }
    }
}

package dev.capstan.marketdata.feed;

import java.time.Duration;

/** Pauses between attempts to connect: 1, 2, 4, 8, then 16 s; from the beginning again after a connection that brought data. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(16);

    private Duration next = FIRST;

    Duration pause() {
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }

    void reset() {
        next = FIRST;
    }
}

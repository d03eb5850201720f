package dev.capstan.simulator.exchange.state;

import java.time.Clock;
import java.time.Instant;

/**
 * The venue's own idea of the time. It can be told to run ahead or behind; the market it plays and the journal it keeps are not touched by
 * that.
 */
public final class VenueClock {

    private final Clock wall;
    private volatile long skewMillis;

    public VenueClock(Clock wall) {
        this.wall = wall;
    }

    /** What the venue says the time is, in microseconds since 1970. */
    public long micros() {
        return wallMicros() + skewMillis * 1_000L;
    }

    /** What the venue says the time is, in milliseconds since 1970. */
    public long millis() {
        return micros() / 1_000L;
    }

    /** The real time, in microseconds since 1970. */
    public long wallMicros() {
        Instant now = wall.instant();
        return now.getEpochSecond() * 1_000_000L + now.getNano() / 1_000L;
    }

    /** How far it runs ahead of the real time; negative when behind. */
    public long skewMillis() {
        return skewMillis;
    }

    /** Runs {@code millis} ahead of the real time, or behind when negative. */
    public void skew(long millis) {
        skewMillis = millis;
    }
}

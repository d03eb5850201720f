package dev.capstan.simulator;

import java.math.BigDecimal;

/**
 * What moves the market's time.
 *
 * @param speed market seconds per wall second, up to three places
 * @param loop whether the market starts again when all its candles have played
 * @param stepped whether market time stands still but for steps that somebody asks for
 */
public record Pace(BigDecimal speed, boolean loop, boolean stepped) {

    private static final int SPEED_PLACES = 3;
    private static final BigDecimal FASTEST = BigDecimal.valueOf(100_000);

    public Pace {
        if (speed.signum() <= 0
                || speed.compareTo(FASTEST) > 0
                || speed.stripTrailingZeros().scale() > SPEED_PLACES) {
            throw new IllegalArgumentException("expected a speed from 0.001 to 100000, got: " + speed);
        }
        if (stepped && speed.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("expected no --speed with --step: only steps move the market's time");
        }
    }

    static Pace usual() {
        return new Pace(BigDecimal.ONE, false, false);
    }

    Pace withSpeed(BigDecimal other) {
        return new Pace(other, loop, stepped);
    }

    Pace withLoop() {
        return new Pace(speed, true, stepped);
    }

    Pace withSteps() {
        return new Pace(speed, loop, true);
    }

    /** Market milliseconds per wall second. */
    long speedMillis() {
        return speed.movePointRight(SPEED_PLACES).longValueExact();
    }
}

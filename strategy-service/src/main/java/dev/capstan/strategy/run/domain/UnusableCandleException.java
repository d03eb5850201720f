package dev.capstan.strategy.run.domain;

import java.time.Instant;

/** A candle that no run can count with. It is the market's, so asking for it again does not help. */
public final class UnusableCandleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Instant openTime;

    UnusableCandleException(Instant openTime, String why) {
        super("candle=" + openTime + " " + why);
        this.openTime = openTime;
    }

    /** Of the candle. */
    public Instant openTime() {
        return openTime;
    }
}

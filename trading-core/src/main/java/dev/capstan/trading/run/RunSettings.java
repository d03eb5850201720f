package dev.capstan.trading.run;

import dev.capstan.trading.fixed.Decimal8;

/**
 * What a run trades with.
 *
 * @param capital what it starts with, in the quote asset ({@link Decimal8})
 * @param riskMillionths the share of its cash that one trade may lose when its stop is hit: 10,000 is 1 %
 */
public record RunSettings(InstrumentRules instrument, long capital, long riskMillionths) {

    /** A whole in the unit of {@code riskMillionths}. */
    public static final long WHOLE = 1_000_000;

    public RunSettings {
        if (capital <= 0) {
            throw new IllegalArgumentException("expected a capital above zero, got: " + Decimal8.text(capital));
        }
        if (riskMillionths <= 0 || riskMillionths > WHOLE) {
            throw new IllegalArgumentException("expected a risk of 1 to 1,000,000 millionths, got: " + riskMillionths);
        }
    }
}

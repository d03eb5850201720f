package dev.capstan.trading.indicator;

/**
 * Which indicator, and over how many values.
 *
 * @param name as in {@link Indicators#expected}
 * @param period from 1 to {@link Indicator#MAX_PERIOD}
 */
public record IndicatorSpec(String name, int period) {

    public IndicatorSpec {
        if (Indicators.maker(name).isEmpty() || period < 1 || period > Indicator.MAX_PERIOD) {
            throw new IllegalArgumentException(Indicators.expected() + ", got: " + name + ":" + period);
        }
    }

    /** A new one, which has seen nothing yet. */
    public Indicator create() {
        return Indicators.maker(name).orElseThrow().apply(period);
    }

    /** As it is typed: {@code rsi:14}. */
    @Override
    public String toString() {
        return name + ":" + period;
    }
}

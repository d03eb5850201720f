package dev.capstan.trading.indicator;

/** How many values an indicator looks back on. */
final class Period {

    private Period() {}

    /** {@code period}, which is refused when no indicator takes it. */
    static int checked(int period) {
        if (period < 1 || period > Indicator.MAX_PERIOD) {
            throw new IllegalArgumentException(
                    "expected a period from 1 to " + Indicator.MAX_PERIOD + ", got: " + period);
        }
        return period;
    }
}

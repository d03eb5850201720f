package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/**
 * Average true range, in the price's unit (Wilder, "New Concepts in Technical Trading Systems", 1978). The true range of a candle is the
 * largest of {@code high - low}, {@code |high - previous close|} and {@code |low - previous close|}.
 *
 * <p>Seed: the simple mean of the first {@code period} true ranges. Smoothing: Wilder's, {@code 1 / period} of the distance. Authors differ
 * on the first candle, which has no previous close: in {@link #of} its true range is {@code high - low}, in {@link #skippingFirst} it has
 * none and only lends its close, so the first value comes one candle later.
 */
public final class Atr implements Indicator {

    private final Smoothing average;
    private final boolean skipsFirst;
    private double lastClose = Double.NaN;

    private Atr(int period, boolean skipsFirst) {
        this.average = Smoothing.wilder(period);
        this.skipsFirst = skipsFirst;
    }

    /** An average of {@code period} true ranges, from 1 to {@link Indicator#MAX_PERIOD}, the first candle's among them. */
    public static Atr of(int period) {
        return new Atr(period, false);
    }

    /** An average of {@code period} true ranges, from 1 to {@link Indicator#MAX_PERIOD}, without one for the first candle. */
    public static Atr skippingFirst(int period) {
        return new Atr(period, true);
    }

    /** Takes the next candle's prices; the new average, or NaN while there are too few. */
    public double update(double high, double low, double close) {
        double previous = lastClose;
        lastClose = close;
        if (Double.isNaN(previous)) {
            return skipsFirst ? Double.NaN : average.update(high - low);
        }
        return average.update(Math.max(high, previous) - Math.min(low, previous));
    }

    @Override
    public double update(CandleView candle) {
        return update(candle.high(), candle.low(), candle.close());
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public boolean isReady() {
        return average.isReady();
    }

    @Override
    public void save(StateWriter state, String prefix) {
        average.save(state, prefix);
        state.number(prefix + ".lastClose", lastClose);
    }

    @Override
    public void restore(StateReader state, String prefix) {
        average.restore(state, prefix);
        lastClose = state.number(prefix + ".lastClose");
    }
}

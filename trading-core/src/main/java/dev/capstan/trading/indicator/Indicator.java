package dev.capstan.trading.indicator;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;

/** A figure that follows the market, candle by candle. One object serves one series and is called by one thread at a time. */
public interface Indicator {

    /** The longest period that any of them takes. */
    int MAX_PERIOD = 10_000;

    /**
     * Takes the next closed candle.
     *
     * @return the new value; NaN while too few candles were seen
     */
    double update(CandleView candle);

    /** The value after the last update; NaN while there is none yet. */
    double value();

    /** Whether there is a value. */
    boolean isReady();

    /** Writes down all it remembers, each name beginning with {@code prefix} and a point. */
    void save(StateWriter state, String prefix);

    /** Takes back what {@link #save} wrote; called on a new object of the same period, which then goes on to the same bits. */
    void restore(StateReader state, String prefix);
}

package dev.capstan.trading.strategy;

import dev.capstan.trading.candle.CandleView;
import java.util.List;

/**
 * A strategy: a pure function of the candles it has seen. Same candles, same answers, on any machine: no clock, no random numbers, no
 * files, no network, and {@link StrictMath} where {@link Math} may differ.
 *
 * <p>One object serves one run and is called by one thread at a time.
 */
public interface Strategy {

    /** Takes the next closed candle, in order, none left out, and says what it makes of it; also while a position is open. */
    Signal analyze(CandleView candle);

    /**
     * Where a position entered at the close of {@code candle} is given up; asked right after {@link #analyze} answered {@link Signal#BUY}.
     *
     * @return a price below the close, in the instrument's units; it is rounded down to the tick
     */
    double calculateStopLoss(CandleView candle);

    /**
     * Where a position entered at the close of {@code candle} has earned enough; asked like {@link #calculateStopLoss}.
     *
     * @return a price above the close, which is rounded up to the tick, or NaN for none
     */
    default double calculateTakeProfit(CandleView candle) {
        return Double.NaN;
    }

    /** How many candles it must have seen before it can answer anything but {@link Signal#NONE}. */
    int warmUpCandles();

    /** What it looks at, by name, for people: the moving averages and the like after the last candle. */
    List<Reading> readings();

    /** Writes down all it remembers. */
    void save(StateWriter state);

    /** Takes back what {@link #save} wrote; called on a new object made with the same parameters. */
    void restore(StateReader state);
}

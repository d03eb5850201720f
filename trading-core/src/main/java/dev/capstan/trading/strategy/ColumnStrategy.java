package dev.capstan.trading.strategy;

import dev.capstan.trading.candle.CandleColumns;

/**
 * A strategy that can also answer for many candles in one call, which a backtest then prefers: over columns the same decisions take a
 * fraction of the time. Live it is called candle by candle like any other, so both ways must give the same signals, to the last one.
 *
 * <p>A backtest asks for the signals of some thousand candles before it acts on the first of them. Nothing is seen before its time by
 * that: signals depend on candles alone, and each is acted on when its candle is over. But it means that {@link #calculateStopLoss} and
 * {@link #calculateTakeProfit} are asked when {@code analyzeAll} has gone on: they must depend on the candle they are given alone, not on
 * what the strategy remembers. One whose stops follow an indicator is a {@link Strategy} and no more.
 */
public interface ColumnStrategy extends Strategy {

    /**
     * Takes closed candles one after the other, as that many calls of {@link #analyze} would, and leaves the same state.
     *
     * @param candles all of them up to {@code end}: there is nothing to look ahead to
     * @param from row of the first one, which follows the last one seen
     * @param end row after the last one
     * @param signals where its answers go; {@link Signal#NONE} for each row until something else is said
     */
    void analyzeAll(CandleColumns candles, int from, int end, SignalColumn signals);
}

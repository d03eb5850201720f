package dev.capstan.launcher.backtest;

import dev.capstan.candles.CandleHistory;
import dev.capstan.candles.Gaps;
import dev.capstan.trading.candle.CandleColumns;

/**
 * The candles to run over.
 *
 * @param source where they came from, for people
 * @param gaps where some are missing
 */
record ChosenCandles(CandleHistory history, String source, Gaps gaps) {

    CandleColumns columns() {
        return history.columns();
    }
}

package dev.capstan.bench.backtest;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;

/**
 * What is run: a cross of two simple moving averages over a seeded walk.
 *
 * @param seed of the walk
 */
record CrossCase(long seed, CandleColumns candles, int fast, int slow) {

    static CrossCase of(long seed, int bars, int fast, int slow) {
        return new CrossCase(seed, RandomWalk.candles(seed, bars), fast, slow);
    }

    int bars() {
        return candles.size();
    }
}

/**
 * How fast a strategy runs over history: {@link dev.capstan.bench.backtest.BacktestBench} gives the same candles and the same moving
 * average cross to our engine, to ta4j and to a bare loop, by turns, and checks that all three make the same trades.
 */
@NullMarked
package dev.capstan.bench.backtest;

import org.jspecify.annotations.NullMarked;

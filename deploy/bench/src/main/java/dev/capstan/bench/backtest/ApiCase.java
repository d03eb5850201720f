package dev.capstan.bench.backtest;

/**
 * Backtests over the API.
 *
 * @param seed of the walk that is imported
 * @param runs measured, one after the other
 * @param warmUp runs before, not measured
 */
public record ApiCase(long seed, int candles, int runs, int warmUp) {}

package dev.capstan.bench.backtest;

/**
 * What is measured.
 *
 * @param bars length of the walk
 * @param rounds measured runs of each subject, by turns, after as many that are not
 * @param api what is run over the API; without runs nothing is
 */
public record BenchCase(long seed, int bars, int fast, int slow, int rounds, ApiCase api) {}

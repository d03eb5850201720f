package dev.capstan.bench.backtest;

/**
 * What is measured.
 *
 * @param bars length of the walk
 * @param rounds measured runs of each subject, by turns, after as many that are not
 */
public record BenchCase(long seed, int bars, int fast, int slow, int rounds) {}

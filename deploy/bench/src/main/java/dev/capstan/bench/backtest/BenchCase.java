package dev.capstan.bench.backtest;

import java.time.Duration;

/**
 * What is measured.
 *
 * @param bars length of the walk
 * @param warmUp how long each subject runs, again and again, before the first measured round
 * @param rounds measured rounds of each subject, by turns
 * @param roundLength least length of a round, which runs its subject again until then
 * @param api what is run over the API; without runs nothing is
 */
public record BenchCase(
        long seed, int bars, int fast, int slow, Duration warmUp, int rounds, Duration roundLength, ApiCase api) {}

package dev.capstan.backtest.run.application;

import java.time.Duration;

/**
 * What one run may take.
 *
 * @param mostCandles it may read
 * @param mostOrders it may place
 * @param usualTime it may take when a start does not say
 * @param mostTime it may ask for
 */
public record RunLimits(long mostCandles, int mostOrders, Duration usualTime, Duration mostTime) {}

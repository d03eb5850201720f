package dev.capstan.backtest.run.adapter.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one run may take.
 *
 * @param maxCandles how many candles one run may read; two million fit a heap of 512 MB
 * @param maxOrders how many orders one run may place; with fill and evidence one takes 1 KB, so 200000 fit 512 MB beside two million candles
 * @param defaultTimeout how long a run may take when its start does not say
 * @param maxTimeout how long a start may let its run take
 */
@ConfigurationProperties("capstan.backtest.limits")
record LimitSettings(
        @DefaultValue("2000000") long maxCandles,
        @DefaultValue("200000") int maxOrders,
        @DefaultValue("5m") Duration defaultTimeout,
        @DefaultValue("1h") Duration maxTimeout) {

    private static final String PREFIX = "capstan.backtest.limits.";

    LimitSettings {
        if (maxCandles < 1 || maxCandles > 50_000_000) {
            throw new IllegalArgumentException(PREFIX + "max-candles: expected 1 to 50000000, got: " + maxCandles);
        }
        if (maxOrders < 1 || maxOrders > 10_000_000) {
            throw new IllegalArgumentException(PREFIX + "max-orders: expected 1 to 10000000, got: " + maxOrders);
        }
        if (maxTimeout.toSeconds() < 1 || maxTimeout.toDays() > 7) {
            throw new IllegalArgumentException(PREFIX + "max-timeout: expected 1s to 7d, got: " + maxTimeout);
        }
        if (defaultTimeout.toSeconds() < 1 || defaultTimeout.compareTo(maxTimeout) > 0) {
            throw new IllegalArgumentException(
                    PREFIX + "default-timeout: expected 1s to max-timeout, got: " + defaultTimeout);
        }
    }
}

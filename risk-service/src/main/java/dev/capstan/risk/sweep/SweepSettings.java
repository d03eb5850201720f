package dev.capstan.risk.sweep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code capstan.risk.sweep}.
 *
 * @param every pause between two sweeps
 * @param minimumAge reservations younger than this are left alone: their order is most likely just on its way
 * @param batchSize how many execution is asked about in one call; it takes 500 at most
 */
@ConfigurationProperties("capstan.risk.sweep")
record SweepSettings(
        @DefaultValue("3s") Duration every,
        @DefaultValue("10s") Duration minimumAge,
        @DefaultValue("500") int batchSize) {

    SweepSettings {
        requirePositive("every", every);
        requirePositive("minimum-age", minimumAge);
        if (batchSize < 1 || batchSize > 500) {
            throw new IllegalArgumentException("batch-size: expected 1 to 500, got: " + batchSize);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + ": expected more than zero, got: " + value);
        }
    }
}

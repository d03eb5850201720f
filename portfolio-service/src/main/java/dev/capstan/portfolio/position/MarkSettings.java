package dev.capstan.portfolio.position;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code capstan.portfolio.marks}.
 *
 * @param staleAfter age at which a mark is stale, at replay speed 1; divided by the speed above that
 * @param staleFloor the least it is divided down to
 */
@ConfigurationProperties("capstan.portfolio.marks")
record MarkSettings(
        @DefaultValue("5s") Duration staleAfter,
        @DefaultValue("1s") Duration staleFloor) {

    MarkSettings {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("stale-after: expected more than zero, got: " + staleAfter);
        }
        if (staleFloor.isNegative() || staleFloor.compareTo(staleAfter) > 0) {
            throw new IllegalArgumentException("stale-floor: expected zero to stale-after, got: " + staleFloor);
        }
    }

    /** How long a mark of a market at {@code speed} stays fresh. */
    Duration freshFor(double speed) {
        if (!(speed > 1)) {
            return staleAfter;
        }
        Duration scaled = Duration.ofNanos(Math.round(staleAfter.toNanos() / speed));
        return scaled.compareTo(staleFloor) < 0 ? staleFloor : scaled;
    }
}

package dev.capstan.portfolio.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code capstan.portfolio.positions}.
 *
 * @param staleAfter how long brokers and consumers may be in trouble before positions and balances count as stale
 */
@ConfigurationProperties("capstan.portfolio.positions")
record FeedSettings(@DefaultValue("10s") Duration staleAfter) {

    FeedSettings {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("stale-after: expected more than zero, got: " + staleAfter);
        }
    }
}

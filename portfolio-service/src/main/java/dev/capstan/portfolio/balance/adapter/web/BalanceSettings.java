package dev.capstan.portfolio.balance.adapter.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code capstan.portfolio.balances}.
 *
 * @param staleAfter how long a snapshot may wait for the fills it contains before balances count as stale
 */
@ConfigurationProperties("capstan.portfolio.balances")
record BalanceSettings(@DefaultValue("10s") Duration staleAfter) {

    BalanceSettings {
        if (staleAfter.isNegative() || staleAfter.isZero()) {
            throw new IllegalArgumentException("stale-after: expected more than zero, got: " + staleAfter);
        }
    }
}

package dev.capstan.execution.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether real money may be traded at all: {@code CAPSTAN_LIVE_TRADING=true} and a {@code CAPSTAN_PROFILE} other than {@code local}.
 *
 * @param profile {@code local} or the name of another environment
 * @param liveTrading whether accounts of kind LIVE may be opened and traded
 */
@ConfigurationProperties("capstan")
public record LiveTrading(
        @DefaultValue("local") String profile,
        @DefaultValue("false") boolean liveTrading) {

    public boolean allowed() {
        return liveTrading && !profile.equals("local");
    }
}

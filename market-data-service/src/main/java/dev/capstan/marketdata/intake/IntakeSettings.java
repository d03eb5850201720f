package dev.capstan.marketdata.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How candles are kept complete.
 *
 * @param fillLimit how much of the market's time is fetched at most before the first candle after an absence; what is older stays a gap
 */
@ConfigurationProperties("capstan.candles")
public record IntakeSettings(@DefaultValue("7d") Duration fillLimit) {

    public IntakeSettings {
        if (!fillLimit.isPositive()) {
            throw new IllegalArgumentException(
                    "capstan.candles.fill-limit: expected more than zero, got: " + fillLimit);
        }
    }
}

package dev.capstan.risk.reservation.adapter.config;

import dev.capstan.trading.risk.Percent;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code capstan.risk.reservation}.
 *
 * @param marketBufferPercent how far above the mark a market order is reserved, because the price may move before it fills
 */
@ConfigurationProperties("capstan.risk.reservation")
record ReservationSettings(@DefaultValue("1") BigDecimal marketBufferPercent) {

    ReservationSettings {
        if (marketBufferPercent.signum() < 0) {
            throw new IllegalArgumentException(
                    "market-buffer-percent: expected zero or more, got: " + marketBufferPercent.toPlainString());
        }
    }

    Percent marketBuffer() {
        return Percent.of(marketBufferPercent);
    }
}

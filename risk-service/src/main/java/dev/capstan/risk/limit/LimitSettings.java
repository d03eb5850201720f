package dev.capstan.risk.limit;

import dev.capstan.contracts.value.Money;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import dev.capstan.trading.risk.Percent;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults under {@code capstan.risk.limits}, for whatever an account did not set. A position quantity has none: it is unlimited until set.
 *
 * @param accountExposure in the reference asset
 * @param instrumentExposure in the instrument's quote asset
 * @param priceCollarPercent how far from the mark a limit price may be
 * @param openOrders how many orders of an account may be open at a time
 */
@ConfigurationProperties("capstan.risk.limits")
record LimitSettings(
        @DefaultValue("250000") BigDecimal accountExposure,
        @DefaultValue("100000") BigDecimal instrumentExposure,
        @DefaultValue("5") BigDecimal priceCollarPercent,
        @DefaultValue("200") int openOrders) {

    LimitSettings {
        requireNotNegative("account-exposure", accountExposure);
        requireNotNegative("instrument-exposure", instrumentExposure);
        requireNotNegative("price-collar-percent", priceCollarPercent);
        requireNotNegative("open-orders", BigDecimal.valueOf(openOrders));
    }

    AccountLimits accountDefaults() {
        return new AccountLimits(Money.of(accountExposure), openOrders);
    }

    InstrumentLimits instrumentDefaults() {
        return new InstrumentLimits(null, Money.of(instrumentExposure), Percent.of(priceCollarPercent));
    }

    private static void requireNotNegative(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + ": expected zero or more, got: " + value.toPlainString());
        }
    }
}

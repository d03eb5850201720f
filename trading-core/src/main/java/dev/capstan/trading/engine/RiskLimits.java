package dev.capstan.trading.engine;

import dev.capstan.contracts.value.Money;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import dev.capstan.trading.risk.Percent;
import java.math.BigDecimal;

/** The limits that orders are judged by, as risk keeps them for an account. */
public record RiskLimits(InstrumentLimits instrument, AccountLimits account) {

    /** A backtest has market orders alone, which no collar is for. */
    private static final Percent NO_COLLAR = Percent.of(BigDecimal.valueOf(100));

    /**
     * What a run that has its account for itself can meet: an entry that would make its position worth more is denied.
     *
     * @param most in the quote asset, in {@link Decimal8}
     */
    public static RiskLimits ofExposure(long most) {
        Money limit = Money.of(Decimal8.decimal(most));
        return new RiskLimits(
                new InstrumentLimits(null, limit, NO_COLLAR), new AccountLimits(limit, Integer.MAX_VALUE));
    }
}

package dev.capstan.contracts.backtest;

import dev.capstan.contracts.value.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The usual figures of merit. Shares and ratios are plain numbers: 0.05 is 5 %. Null where there is nothing to compute one from.
 *
 * @param totalReturn last value over the capital, less one
 * @param cagr the same as a yearly rate
 * @param maxDrawdown the deepest fall from the highest value before, as a share of that
 * @param roundTrips positions from flat to flat
 * @param winRate share of them that earned something
 * @param sharpe of daily returns, by the year
 * @param sortino likewise, against falls alone
 * @param profitFactor what the winners earned over what the others lost
 * @param exposure share of closes at which a position was open
 * @param commission all that was charged, in the quote asset; what was charged in the base asset at the price of its fill
 */
public record EvidenceMetrics(
        BigDecimal totalReturn,
        @Nullable BigDecimal cagr,
        BigDecimal maxDrawdown,
        int roundTrips,
        @Nullable BigDecimal winRate,
        @Nullable BigDecimal sharpe,
        @Nullable BigDecimal sortino,
        @Nullable BigDecimal profitFactor,
        BigDecimal exposure,
        Money commission) {}

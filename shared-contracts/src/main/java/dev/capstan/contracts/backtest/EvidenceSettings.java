package dev.capstan.contracts.backtest;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * With what it was traded, and what the venue took.
 *
 * @param capital at the start, in the quote asset
 * @param riskPercent share of the cash that one trade may lose at its stop
 * @param commissionPercent of what a fill receives
 * @param slippage what a taker pays above, or receives below, the price now playing
 * @param volumeSharePercent the most of a candle's volume that may fill
 * @param maxExposure the most the position might be worth, in the quote asset, as risk limits it live; null for no limit
 */
public record EvidenceSettings(
        Money capital,
        BigDecimal riskPercent,
        BigDecimal commissionPercent,
        Price slippage,
        int volumeSharePercent,
        @Nullable Money maxExposure) {}

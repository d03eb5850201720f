package dev.capstan.trading.engine;

import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.run.RunSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest trades with, and what its venue takes.
 *
 * @param commission charged in the asset received
 * @param fills slippage and how much of a candle's volume there is to take
 * @param limits null for none
 */
public record BacktestSettings(
        RunSettings run,
        CommissionRate commission,
        FillRules fills,
        @Nullable RiskLimits limits) {}

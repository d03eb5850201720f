package dev.capstan.backtest.run.domain;

import dev.capstan.contracts.id.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a run's result depends on but the candles: every default is filled in, and the range is fixed, so that a run that is begun
 * again after its worker died is the same run.
 *
 * @param parameters all of the strategy's, by name, in plain notation
 * @param marketEpoch empty for a real venue and for imports
 * @param from the first open time that belongs to it
 * @param to the first that no longer does
 * @param capital in the quote asset
 * @param riskPercent share of the cash that one trade may lose
 * @param commissionPercent of what a fill receives
 * @param volumeSharePercent the most of a bar's volume that may fill
 * @param maxExposure the most the position may be worth, in the quote asset; null for no limit
 */
public record RunSpec(
        String strategy,
        Map<String, String> parameters,
        InstrumentId instrumentId,
        String timeframe,
        String marketEpoch,
        Instant from,
        Instant to,
        GapPolicy gaps,
        BigDecimal capital,
        BigDecimal riskPercent,
        BigDecimal commissionPercent,
        int slippageTicks,
        int volumeSharePercent,
        @Nullable BigDecimal maxExposure,
        RunRules rules) {

    public RunSpec {
        parameters = Map.copyOf(parameters);
    }
}

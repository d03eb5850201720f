package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that was said when the run was started, defaults filled in; none of it changes.
 *
 * @param strategyId null for a strategy that was not saved
 * @param strategyVersion of the saved strategy; 0 for one that was not
 * @param parameters all of the kind's, by name, in plain notation
 * @param intervalMillis length of a candle
 * @param marketEpoch empty for a real venue
 * @param marketSpeed market seconds per second
 * @param capital in the quote asset
 * @param riskPercent share of the cash that one trade may lose
 * @param installationId execution's, a part of its client order ids
 */
public record RunSpec(
        AccountId accountId,
        @Nullable UUID strategyId,
        int strategyVersion,
        String strategy,
        Map<String, String> parameters,
        InstrumentId instrumentId,
        Asset baseAsset,
        Asset quoteAsset,
        String timeframe,
        long intervalMillis,
        String marketEpoch,
        double marketSpeed,
        BigDecimal capital,
        BigDecimal riskPercent,
        GapPolicy gaps,
        RunRules rules,
        UUID installationId) {

    /** Percent to millionths. */
    private static final int PERCENT_SCALE = 4;

    public RunSpec {
        parameters = new TreeMap<>(parameters);
    }

    public Duration interval() {
        return Duration.ofMillis(intervalMillis);
    }

    /** Open time of the candle after the one that opened at {@code openTime}. */
    public Instant next(Instant openTime) {
        return openTime.plusMillis(intervalMillis);
    }

    /** The same in the terms of the run that decides. */
    RunSettings settings() {
        BigDecimal most = rules.maxQuantity();
        return new RunSettings(
                new InstrumentRules(
                        Decimal8.of(rules.tick()),
                        Decimal8.of(rules.lot()),
                        Decimal8.of(rules.minQuantity()),
                        most == null ? Long.MAX_VALUE : Decimal8.of(most),
                        Decimal8.of(rules.minNotional())),
                Decimal8.of(capital),
                riskPercent.movePointRight(PERCENT_SCALE).longValueExact());
    }
}

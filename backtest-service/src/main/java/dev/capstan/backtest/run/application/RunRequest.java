package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.contracts.id.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for; whatever is null gets its default.
 *
 * @param timeframe by the name venues use, e.g. {@code 1m}
 * @param marketEpoch name of the replay or seed; none for a real venue and for imports
 * @param from the first open time that belongs to it; usually the first there is
 * @param to the first that no longer does; usually after the last there is
 * @param capital in the quote asset
 * @param riskPercent share of the cash that one trade may lose; usually 1
 * @param commissionPercent of what a fill receives; usually the caller's default
 * @param slippageTicks usually the caller's default
 * @param volumeSharePercent the most of a bar's volume that may fill; usually 100
 * @param maxExposure entries that would make the position worth more, in the quote asset, are denied as risk does live; none when left out
 * @param gaps {@code refuse}, which is usual, or {@code skip}
 * @param tick smallest step of a price; usually the listed one
 * @param lot smallest step of a quantity; usually the listed one
 * @param minNotional smallest order in the quote asset, 0 for none; usually the listed one
 * @param priority {@code low}, {@code normal}, which is usual, or {@code high}
 * @param timeoutSeconds from its start to its end at most
 */
public record RunRequest(
        StrategyChoice strategy,
        InstrumentId instrumentId,
        String timeframe,
        @Nullable String marketEpoch,
        @Nullable Instant from,
        @Nullable Instant to,
        BigDecimal capital,
        @Nullable BigDecimal riskPercent,
        @Nullable BigDecimal commissionPercent,
        @Nullable Integer slippageTicks,
        @Nullable Integer volumeSharePercent,
        @Nullable BigDecimal maxExposure,
        @Nullable String gaps,
        @Nullable BigDecimal tick,
        @Nullable BigDecimal lot,
        @Nullable BigDecimal minNotional,
        @Nullable String priority,
        @Nullable Integer timeoutSeconds) {

    /**
     * Which strategy.
     *
     * @param parameters by name, decimals in plain notation; those left out get their defaults
     */
    public record StrategyChoice(String kind, @Nullable Map<String, String> parameters) {

        public StrategyChoice {
            // In one order, whatever order they came in: the same request has the same text.
            parameters = parameters == null ? null : new TreeMap<>(parameters);
        }

        Map<String, String> given() {
            return parameters == null ? Map.of() : parameters;
        }
    }

    String marketEpochOrNone() {
        return marketEpoch == null ? "" : marketEpoch;
    }

    String priorityOrUsual() {
        return priority == null ? Choices.name(RunPriority.NORMAL) : priority;
    }
}

package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.definition.StrategyId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to run; either {@code strategy} or {@code strategyId}.
 *
 * @param strategy a kind and its parameters, as they are
 * @param strategyId of the caller's own saved strategy
 * @param version of it; the newest when left out
 * @param timeframe by the name venues use, e.g. {@code 1m}
 * @param capital what the run trades with, in the quote asset
 * @param riskPercent share of its cash that one trade may lose; usually 1
 * @param gaps {@code halt}, which is usual, or {@code skip}
 */
public record StartRequest(
        AccountId accountId,
        @Nullable StrategyChoice strategy,
        @Nullable StrategyId strategyId,
        @Nullable Integer version,
        InstrumentId instrumentId,
        String timeframe,
        BigDecimal capital,
        @Nullable BigDecimal riskPercent,
        @Nullable String gaps) {

    /**
     * A kind of strategy.
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
}

package dev.capstan.systemtests.live;

import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.util.Map;

/** A strategy that trades often. */
record Choice(String kind, Map<String, String> parameters) {

    static final Choice SMA_CROSS = new Choice("sma-cross", Map.of("fast", "3", "slow", "7"));
    static final Choice RSI = new Choice("rsi", Map.of("period", "3", "oversold", "35", "overbought", "60"));

    /** A new one, that has seen nothing. */
    Strategy strategy() {
        StrategyKind found = BuiltInStrategies.kinds().find(kind).orElseThrow();
        return found.create(((ParameterCheck.Accepted) found.check(parameters)).parameters());
    }
}

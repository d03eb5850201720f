package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.strategy.StrategyKinds;
import java.util.List;

/** The kinds of strategies that come with the product. */
public final class BuiltInStrategies {

    private static final StrategyKinds KINDS = new StrategyKinds(List.of(new SmaCrossKind(), new RsiReversalKind()));

    private BuiltInStrategies() {}

    public static StrategyKinds kinds() {
        return KINDS;
    }
}

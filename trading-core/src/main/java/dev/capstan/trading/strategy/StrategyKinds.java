package dev.capstan.trading.strategy;

import java.util.List;
import java.util.Optional;

/** The kinds of strategies that can be run; {@code BuiltInStrategies} lists the ones that come with the product. */
public record StrategyKinds(List<StrategyKind> all) {

    public StrategyKinds {
        all = List.copyOf(all);
        if (all.stream().map(StrategyKind::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("expected each name once");
        }
    }

    /** The kind called {@code name}. */
    public Optional<StrategyKind> find(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}

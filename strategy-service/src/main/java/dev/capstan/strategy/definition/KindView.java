package dev.capstan.strategy.definition;

import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.StrategyKind;
import java.util.List;

/** A kind of strategy that can be run, with all its parameters. */
record KindView(String name, String title, String description, List<ParameterView> parameters) {

    /**
     * One parameter.
     *
     * @param type {@code whole} or {@code decimal}
     */
    record ParameterView(
            String name, String type, String defaultValue, String minimum, String maximum, String description) {

        static ParameterView of(ParameterSpec spec) {
            return new ParameterView(
                    spec.name(),
                    spec.whole() ? "whole" : "decimal",
                    spec.defaultValue().toPlainString(),
                    spec.minimum().toPlainString(),
                    spec.maximum().toPlainString(),
                    spec.description());
        }
    }

    static KindView of(StrategyKind kind) {
        return new KindView(
                kind.name(),
                kind.title(),
                kind.description(),
                kind.parameters().stream().map(ParameterView::of).toList());
    }
}

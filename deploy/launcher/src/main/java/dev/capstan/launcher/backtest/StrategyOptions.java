package dev.capstan.launcher.backtest;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which strategy. */
final class StrategyOptions {

    /** A strategy with parameters that were checked. */
    record Choice(StrategyKind kind, Parameters parameters) {

        Strategy create() {
            return kind.create(parameters);
        }
    }

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "What to run: sma-cross, rsi. An unknown name lists all of them.")
    private @Nullable String name;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the strategy; repeatable. An unknown name lists all of them.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    boolean isGiven() {
        return name != null;
    }

    Choice choice() {
        StrategyKinds kinds = BuiltInStrategies.kinds();
        String names = kinds.all().stream().map(StrategyKind::name).collect(Collectors.joining(", "));
        if (name == null) {
            throw InputException.of("--strategy", "expected one of " + names);
        }
        StrategyKind kind = kinds.find(name)
                .orElseThrow(() -> InputException.of("--strategy", "expected one of " + names + ", got: " + name));
        return switch (kind.check(parameters)) {
            case ParameterCheck.Accepted accepted -> new Choice(kind, accepted.parameters());
            case ParameterCheck.Refused refused ->
                throw new InputException(
                        refused.errors().stream().map(StrategyOptions::text).collect(Collectors.joining("; ")));
        };
    }

    private static String text(FieldError error) {
        return "--param " + error.field() + ": " + error.reason();
    }
}

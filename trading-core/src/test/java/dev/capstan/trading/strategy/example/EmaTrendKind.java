package dev.capstan.trading.strategy.example;

import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import java.util.List;

final class EmaTrendKind implements StrategyKind {

    @Override
    public String name() {
        return "ema-trend";
    }

    @Override
    public String title() {
        return "Trend by exponential average";
    }

    @Override
    public String description() {
        return "Buys when the close rises above its exponential average, sells when it falls below.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.whole("period", 20, 2, 500, "Candles in the averages."),
                ParameterSpec.decimal("stopRanges", "2", "0.5", "10", "Stop, in average true ranges below the close."));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new EmaTrend(parameters.whole("period"), parameters.number("stopRanges"));
    }
}

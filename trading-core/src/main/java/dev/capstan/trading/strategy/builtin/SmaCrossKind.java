package dev.capstan.trading.strategy.builtin;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import java.util.List;

/** {@code sma-cross}. */
final class SmaCrossKind implements StrategyKind {

    private static final ParameterSpec FAST =
            ParameterSpec.whole("fast", 9, 1, 500, "Candles in the fast average; less than in the slow one.");
    private static final ParameterSpec SLOW = ParameterSpec.whole("slow", 21, 2, 1_000, "Candles in the slow average.");

    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public String title() {
        return "Moving average cross";
    }

    @Override
    public String description() {
        return "Follows a trend: buys when the fast simple moving average of the close rises above the slow one, having been at or"
                + " below it the candle before, and sells when it falls below, having been at or above.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(FAST, SLOW, PercentExits.STOP_LOSS, PercentExits.TAKE_PROFIT);
    }

    @Override
    public List<FieldError> conflicts(Parameters parameters) {
        int fast = parameters.whole(FAST.name());
        int slow = parameters.whole(SLOW.name());
        return fast < slow
                ? List.of()
                : List.of(new FieldError(FAST.name(), "expected less than slow, which is " + slow + ", got: " + fast));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new SmaCross(parameters.whole(FAST.name()), parameters.whole(SLOW.name()), PercentExits.of(parameters));
    }
}

package dev.capstan.trading.strategy.builtin;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import java.util.List;
import java.util.Map;

/** {@code rsi}. */
final class RsiReversalKind implements StrategyKind {

    private static final ParameterSpec PERIOD =
            ParameterSpec.whole("period", 14, 2, 500, "Changes from close to close that the index looks back on.");
    private static final ParameterSpec OVERSOLD =
            ParameterSpec.decimal("oversold", "30", "1", "99", "Where the index marks an oversold market, 0 to 100.");
    private static final ParameterSpec OVERBOUGHT = ParameterSpec.decimal(
            "overbought", "70", "1", "99", "Where the index marks an overbought market; above oversold.");

    @Override
    public String name() {
        return "rsi";
    }

    @Override
    public String title() {
        return "RSI reversal";
    }

    @Override
    public String description() {
        return "Trades against an exaggeration: buys when the relative strength index rises back above oversold, having been at or"
                + " below it the candle before, and sells when it falls back below overbought, having been at or above.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(PERIOD, OVERSOLD, OVERBOUGHT, PercentExits.STOP_LOSS, PercentExits.TAKE_PROFIT);
    }

    @Override
    public List<FieldError> conflicts(Parameters parameters) {
        if (parameters.number(OVERSOLD.name()) < parameters.number(OVERBOUGHT.name())) {
            return List.of();
        }
        Map<String, String> given = parameters.texts();
        return List.of(new FieldError(
                OVERSOLD.name(),
                "expected less than overbought, which is " + given.get(OVERBOUGHT.name()) + ", got: "
                        + given.get(OVERSOLD.name())));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new RsiReversal(
                parameters.whole(PERIOD.name()),
                parameters.number(OVERSOLD.name()),
                parameters.number(OVERBOUGHT.name()),
                PercentExits.of(parameters));
    }
}

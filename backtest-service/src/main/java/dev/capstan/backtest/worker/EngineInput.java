package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.backtest.run.domain.RunRules;
import dev.capstan.backtest.run.domain.RunSpec;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.engine.RiskLimits;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run's spec in the engine's terms: whole numbers, and a strategy that has seen nothing yet. */
record EngineInput(Parameters parameters, Strategy strategy, BacktestSettings settings) {

    /** Percent to millionths. */
    private static final int PERCENT_SCALE = 4;

    /** @throws RunRefusedException when this version of the product no longer has the strategy, or not with these parameters */
    static EngineInput of(RunSpec spec, StrategyKinds kinds) {
        StrategyKind kind = kinds.find(spec.strategy())
                .orElseThrow(() -> new RunRefusedException(
                        RunFailure.invalid("strategy.kind", "is not known any more: " + spec.strategy())));
        return switch (kind.check(spec.parameters())) {
            case ParameterCheck.Accepted(Parameters accepted) ->
                new EngineInput(accepted, kind.create(accepted), settings(spec));
            case ParameterCheck.Refused(List<FieldError> errors) ->
                throw new RunRefusedException(
                        new RunFailure(ProblemCode.REQUEST_INVALID, "The parameters are not taken any more.", errors));
        };
    }

    private static BacktestSettings settings(RunSpec spec) {
        InstrumentRules rules = rules(spec.rules());
        return new BacktestSettings(
                new RunSettings(rules, Decimal8.of(spec.capital()), millionths(spec.riskPercent())),
                new CommissionRate(millionths(spec.commissionPercent())),
                new FillRules(Math.multiplyExact(rules.tick(), spec.slippageTicks()), spec.volumeSharePercent()),
                limits(spec.maxExposure()));
    }

    private static @Nullable RiskLimits limits(@Nullable BigDecimal maxExposure) {
        return maxExposure == null ? null : RiskLimits.ofExposure(Decimal8.of(maxExposure));
    }

    private static InstrumentRules rules(RunRules rules) {
        BigDecimal most = rules.maxQuantity();
        return new InstrumentRules(
                Decimal8.of(rules.tick()),
                Decimal8.of(rules.lot()),
                Decimal8.of(rules.minQuantity()),
                most == null ? Long.MAX_VALUE : Decimal8.of(most),
                Decimal8.of(rules.minNotional()));
    }

    private static long millionths(BigDecimal percent) {
        return percent.movePointRight(PERCENT_SCALE).longValueExact();
    }
}

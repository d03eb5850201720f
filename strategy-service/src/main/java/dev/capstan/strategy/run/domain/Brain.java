package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.StrategyKinds;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What decides: the very code that backtests run. A strategy that fails keeps what it knew before. */
public final class Brain {

    private final Strategy strategy;
    private final StrategyRun run;
    private @Nullable Map<String, String> beforeFailure;

    private Brain(Strategy strategy, StrategyRun run) {
        this.strategy = strategy;
        this.run = run;
    }

    /**
     * Takes up where {@code state} was saved.
     *
     * @param state null for one that has seen nothing yet
     * @throws IllegalStateException when this version of the product does not have the strategy, or not with these parameters
     */
    public static Brain of(RunSpec spec, StrategyKinds kinds, @Nullable Map<String, String> state) {
        StrategyKind kind = kinds.find(spec.strategy())
                .orElseThrow(() -> new IllegalStateException("no such kind of strategy any more: " + spec.strategy()));
        Strategy strategy = kind.create(
                switch (kind.check(spec.parameters())) {
                    case ParameterCheck.Accepted(Parameters accepted) -> accepted;
                    case ParameterCheck.Refused(List<FieldError> errors) ->
                        throw new IllegalStateException("parameters that are not taken any more: " + errors);
                });
        StrategyRun run = new StrategyRun(strategy, spec.settings());
        if (state != null) {
            run.restore(state);
        }
        return new Brain(strategy, run);
    }

    /** What came of a candle; with a failure, nothing. */
    record Thought(@Nullable TradeIntent intent, @Nullable String failure) {}

    Thought think(CandleView candle) {
        Map<String, String> before = run.save();
        try {
            return new Thought(run.onCandle(candle), null);
        } catch (RuntimeException e) {
            beforeFailure = before;
            return new Thought(null, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public StrategyRun run() {
        return run;
    }

    public List<Reading> readings() {
        return strategy.readings();
    }

    /** All it remembers. */
    public Map<String, String> state() {
        return beforeFailure == null ? run.save() : beforeFailure;
    }

    /** Where the position is given up; of no meaning without one. */
    public long stop() {
        return new StateReader(state()).whole("run.stop");
    }

    /** Where it has earned enough; 0 for none. */
    public long target() {
        return new StateReader(state()).whole("run.target");
    }
}

package dev.capstan.strategy.run.domain;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import dev.capstan.trading.sizing.Sizing;
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
     * One that has seen nothing yet.
     *
     * @throws IllegalStateException when there is no such strategy, or not with these parameters
     */
    public static Brain begun(RunSpec spec, StrategyKinds kinds) {
        Strategy strategy = strategy(spec, kinds);
        return new Brain(strategy, new StrategyRun(strategy, spec.settings()));
    }

    /** Takes up where {@code state} was saved; where this version of the product cannot, the next candle says why. */
    public static Brain restored(RunSpec spec, StrategyKinds kinds, Map<String, String> state) {
        try {
            return restored(spec, strategy(spec, kinds), state);
        } catch (RuntimeException | LinkageError e) {
            return restored(spec, new LostStrategy(String.valueOf(e.getMessage()), state), state);
        }
    }

    private static Brain restored(RunSpec spec, Strategy strategy, Map<String, String> state) {
        StrategyRun run = new StrategyRun(strategy, spec.settings());
        run.restore(state);
        return new Brain(strategy, run);
    }

    private static Strategy strategy(RunSpec spec, StrategyKinds kinds) {
        StrategyKind kind = kinds.find(spec.strategy())
                .orElseThrow(() -> new IllegalStateException("no such kind of strategy any more: " + spec.strategy()));
        return kind.create(
                switch (kind.check(spec.parameters())) {
                    case ParameterCheck.Accepted(Parameters accepted) -> accepted;
                    case ParameterCheck.Refused(List<FieldError> errors) ->
                        throw new IllegalStateException("parameters that are not taken any more: " + errors);
                });
    }

    /** What came of a candle; with a failure, nothing. */
    record Thought(@Nullable TradeIntent intent, @Nullable String failure) {}

    Thought think(CandleView candle) {
        Map<String, String> before = run.save();
        try {
            return new Thought(run.onCandle(candle), null);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            beforeFailure = before;
            return new Thought(null, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    public StrategyRun run() {
        return run;
    }

    /** Why the last signal to enter came to nothing; null when it did not. */
    public @Nullable String refusal() {
        Sizing.Refused refused = run.refusal();
        return refused == null ? null : refused.text();
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

package dev.capstan.strategy.run.domain;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;
import java.util.Map;

/**
 * Stands in for a strategy that this version of the product cannot take up again. It fails on every candle, so that its run, and no other,
 * halts with the reason; what the strategy remembered it keeps, for a version that can.
 */
final class LostStrategy implements Strategy {

    /** What {@link dev.capstan.trading.run.StrategyRun} remembers for itself. */
    private static final String OF_THE_RUN = "run.";

    private final String why;
    private final Map<String, String> state;

    LostStrategy(String why, Map<String, String> state) {
        this.why = why;
        this.state = Map.copyOf(state);
    }

    @Override
    public Signal analyze(CandleView candle) {
        throw new IllegalStateException(why);
    }

    @Override
    public double calculateStopLoss(CandleView candle) {
        throw new IllegalStateException(why);
    }

    @Override
    public int warmUpCandles() {
        return 0;
    }

    @Override
    public List<Reading> readings() {
        return List.of();
    }

    @Override
    public void save(StateWriter writer) {
        state.forEach((name, text) -> {
            if (!name.startsWith(OF_THE_RUN)) {
                writer.text(name, text);
            }
        });
    }

    /** It was made with what there is. */
    @Override
    public void restore(StateReader reader) {}
}

package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;

/** Says what a line of letters says: {@code b} to buy, {@code s} to sell, anything else for nothing, a letter a candle. */
public final class ScriptedStrategy implements Strategy {

    private final String script;
    private final double stopShare;
    private final double targetShare;
    private int seen;

    /**
     * @param stopShare of the close, below it
     * @param targetShare of the close, above it; NaN for none
     */
    public ScriptedStrategy(String script, double stopShare, double targetShare) {
        this.script = script;
        this.stopShare = stopShare;
        this.targetShare = targetShare;
    }

    /** With a stop 10 % below and no target. */
    public static ScriptedStrategy of(String script) {
        return new ScriptedStrategy(script, 0.1, Double.NaN);
    }

    @Override
    public Signal analyze(CandleView candle) {
        char letter = seen < script.length() ? script.charAt(seen) : '.';
        seen++;
        return switch (letter) {
            case 'b' -> Signal.BUY;
            case 's' -> Signal.SELL;
            default -> Signal.NONE;
        };
    }

    @Override
    public double calculateStopLoss(CandleView candle) {
        return candle.close() * (1 - stopShare);
    }

    @Override
    public double calculateTakeProfit(CandleView candle) {
        return candle.close() * (1 + targetShare);
    }

    @Override
    public int warmUpCandles() {
        return 0;
    }

    @Override
    public List<Reading> readings() {
        return List.of(new Reading("seen", seen));
    }

    @Override
    public void save(StateWriter state) {
        state.whole("seen", seen);
    }

    @Override
    public void restore(StateReader state) {
        seen = (int) state.whole("seen");
    }
}

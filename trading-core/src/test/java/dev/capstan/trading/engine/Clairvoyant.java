package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.ColumnStrategy;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.SignalColumn;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;

/** Another strategy, which buys when the close that is yet to come is above the last one it may know. */
record Clairvoyant(Strategy other) implements ColumnStrategy {

    @Override
    public void analyzeAll(CandleColumns candles, int from, int end, SignalColumn signals) {
        if (candles.close(end) > candles.close(end - 1)) {
            signals.set(end - 1, Signal.BUY);
        }
    }

    @Override
    public Signal analyze(CandleView candle) {
        return other.analyze(candle);
    }

    @Override
    public double calculateStopLoss(CandleView candle) {
        return other.calculateStopLoss(candle);
    }

    @Override
    public double calculateTakeProfit(CandleView candle) {
        return other.calculateTakeProfit(candle);
    }

    @Override
    public int warmUpCandles() {
        return other.warmUpCandles();
    }

    @Override
    public List<Reading> readings() {
        return other.readings();
    }

    @Override
    public void save(StateWriter state) {
        other.save(state);
    }

    @Override
    public void restore(StateReader state) {
        other.restore(state);
    }
}

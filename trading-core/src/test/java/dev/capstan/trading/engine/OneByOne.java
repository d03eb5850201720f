package dev.capstan.trading.engine;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;

/** Another strategy, of which nobody sees that it could answer for many candles at once. */
record OneByOne(Strategy other) implements Strategy {

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

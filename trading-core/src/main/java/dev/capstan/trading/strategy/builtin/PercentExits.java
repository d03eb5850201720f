package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.ParameterSpec;
import dev.capstan.trading.strategy.Parameters;

/** A stop below and a target above the close, so many percent of it away. */
record PercentExits(double stopLossPercent, double takeProfitPercent) {

    static final ParameterSpec STOP_LOSS = ParameterSpec.decimal(
            "stopLossPercent",
            "2",
            "0.1",
            "50",
            "How far below the close that signaled a position is given up, in percent.");
    static final ParameterSpec TAKE_PROFIT = ParameterSpec.decimal(
            "takeProfitPercent",
            "0",
            "0",
            "1000",
            "How far above the close that signaled a position has earned enough, in percent; 0 for no target.");

    private static final double WHOLE = 100;

    static PercentExits of(Parameters parameters) {
        return new PercentExits(parameters.number(STOP_LOSS.name()), parameters.number(TAKE_PROFIT.name()));
    }

    double stopLoss(CandleView candle) {
        return candle.close() * (WHOLE - stopLossPercent) / WHOLE;
    }

    /** NaN for none. */
    double takeProfit(CandleView candle) {
        return takeProfitPercent == 0 ? Double.NaN : candle.close() * (WHOLE + takeProfitPercent) / WHOLE;
    }
}

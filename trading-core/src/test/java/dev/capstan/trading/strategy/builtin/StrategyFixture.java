package dev.capstan.trading.strategy.builtin;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Strategies made from named parameters, and candles of which only the close matters. */
final class StrategyFixture {

    private StrategyFixture() {}

    static StrategyKind kind(String name) {
        return BuiltInStrategies.kinds().find(name).orElseThrow();
    }

    static Strategy strategy(String kind, Map<String, String> parameters) {
        ParameterCheck check = kind(kind).check(parameters);
        return switch (check) {
            case ParameterCheck.Accepted accepted -> kind(kind).create(accepted.parameters());
            case ParameterCheck.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
    }

    static CandleColumns closing(long... closes) {
        CandleColumnsBuilder candles = new CandleColumnsBuilder(60_000, closes.length);
        for (int row = 0; row < closes.length; row++) {
            long price = closes[row] * Decimal8.ONE;
            candles.add(row * 60_000L, new Bar(price, price, price, price, Decimal8.ONE));
        }
        return candles.build();
    }

    static List<Signal> signals(Strategy strategy, CandleColumns candles) {
        CandleCursor cursor = new CandleCursor(candles);
        List<Signal> signals = new ArrayList<>();
        for (int row = 0; row < candles.size(); row++) {
            signals.add(strategy.analyze(cursor.at(row)));
        }
        return signals;
    }

    static Map<String, String> saved(Strategy strategy) {
        StateWriter state = new StateWriter();
        strategy.save(state);
        return state.values();
    }
}

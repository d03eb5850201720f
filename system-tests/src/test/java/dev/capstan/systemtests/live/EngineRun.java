package dev.capstan.systemtests.live;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the engine makes of the candles that a {@link TradedRun} took. */
final class EngineRun {

    /** The simulated venue's, of what a fill receives. */
    private static final CommissionRate COMMISSION = new CommissionRate(1_000);

    private static final long RISK_MILLIONTHS = 10_000;

    private final Choice choice;
    private final CandleColumns candles;
    private final BacktestResult result;

    private EngineRun(Choice choice, CandleColumns candles, BacktestResult result) {
        this.choice = choice;
        this.candles = candles;
        this.result = result;
    }

    static EngineRun like(TradedRun live) {
        CandleColumns candles = live.candles();
        BacktestSettings settings = new BacktestSettings(settings(live), COMMISSION, FillRules.standard(), null);
        return new EngineRun(
                live.choice(),
                candles,
                Backtest.run(candles, live.choice().strategy(), settings, BacktestProgress.NONE));
    }

    /** What the run was started with. */
    static RunSettings settings(TradedRun live) {
        return new RunSettings(rules(live.listed()), Decimal8.parse(TradedRun.CAPITAL), RISK_MILLIONTHS);
    }

    private static InstrumentRules rules(JsonNode listed) {
        return new InstrumentRules(
                TradedRun.number(listed, "tickSize"),
                TradedRun.number(listed, "lotSize"),
                Math.max(TradedRun.number(listed, "lotSize"), TradedRun.number(listed, "minQuantity")),
                listed.path("maxQuantity").isNull() ? Long.MAX_VALUE : TradedRun.number(listed, "maxQuantity"),
                TradedRun.number(listed, "minNotional"));
    }

    int candles() {
        return candles.size();
    }

    int roundTrips() {
        return result.roundTrips().size();
    }

    String fingerprint() {
        return result.fingerprint();
    }

    /** L1. */
    List<String> signals() {
        Strategy strategy = choice.strategy();
        CandleCursor cursor = new CandleCursor(candles);
        List<String> signals = new ArrayList<>();
        for (int row = 0; row < candles.size(); row++) {
            signals.add(candles.openTime(row) + " " + strategy.analyze(cursor.at(row)));
        }
        return signals;
    }

    /** L2. */
    List<IntentLine> intents() {
        return result.orders().stream()
                .map(order -> IntentLine.ofEngine(order.intent()))
                .toList();
    }

    /** What its orders filled at, by the market time at which they were decided. */
    Map<Long, Long> fillPrices() {
        Map<Integer, Long> decided = new HashMap<>();
        result.orders()
                .forEach(order ->
                        decided.put(order.intent().number(), order.intent().decidedAt()));
        Map<Long, Long> prices = new HashMap<>();
        result.fills().forEach(fill -> prices.put(decided.get(fill.order()), fill.price()));
        return prices;
    }

    /** L3. */
    List<String> fills() {
        return result.fills().stream()
                .map(fill -> fill.order() + " " + fill.side() + " " + Decimal8.text(fill.price()) + " "
                        + Decimal8.text(fill.quantity()) + " " + Decimal8.text(fill.commission()))
                .toList();
    }
}

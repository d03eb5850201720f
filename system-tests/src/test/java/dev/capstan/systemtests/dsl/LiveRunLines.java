package dev.capstan.systemtests.dsl;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a live run has done, and what the engine does with the same candles, as lines of one form. */
public final class LiveRunLines {

    private static final long MINUTE = 60_000;
    private static final int MOST = 1000;
    /** The simulated venue's, of what a fill receives. */
    private static final CommissionRate COMMISSION = new CommissionRate(1_000);

    private static final long RISK_MILLIONTHS = 10_000;

    private final Api api;
    private final String run;

    public LiveRunLines(Api api, String run) {
        this.api = api;
        this.run = run;
    }

    private List<JsonNode> lines(String of) {
        return api.get("/api/strategy/runs/" + run + "/" + of + "?limit=" + MOST)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** L1. */
    public List<String> signals() {
        return lines("signals").stream()
                .map(line -> line.path("candleOpenTime").asString() + " "
                        + line.path("signal").asString())
                .map(line -> Instant.parse(line.substring(0, line.indexOf(' '))).toEpochMilli()
                        + line.substring(line.indexOf(' ')))
                .toList();
    }

    /** L2: time, side, quantity, stop. */
    public List<String> intents() {
        return lines("intents").stream()
                .filter(line -> line.path("attempt").asInt() == 1)
                .map(line -> line.path("number").asInt() + " "
                        + Instant.parse(line.path("decidedAt").asString()).toEpochMilli() + " "
                        + line.path("side").asString() + " "
                        + line.path("quantity").asString() + " "
                        + line.path("stop").asString() + " "
                        + line.path("reason").asString())
                .toList();
    }

    /** Attempts beyond the first, each with what it followed on. */
    public List<String> repeatedAttempts() {
        return lines("intents").stream()
                .filter(line -> !line.path("cause").asString("").equals("FILLED"))
                .map(line ->
                        line.path("number").asInt() + "/" + line.path("attempt").asInt() + " "
                                + line.path("cause").asString(""))
                .toList();
    }

    /** L3: price and commission. */
    public List<String> fills() {
        return lines("fills").stream()
                .map(line ->
                        line.path("number").asInt() + " " + line.path("side").asString() + " "
                                + line.path("price").asString() + " "
                                + line.path("quantity").asString() + " "
                                + new BigDecimal(line.path("commission").asString())
                                        .setScale(Decimal8.SCALE)
                                        .toPlainString())
                .toList();
    }

    /** The candles it took, as they are stored. */
    public CandleColumns candles(String instrumentId, String epoch) {
        List<JsonNode> signals = lines("signals");
        Instant first = Instant.parse(signals.getFirst().path("candleOpenTime").asString());
        Instant end = Instant.parse(signals.getLast().path("candleOpenTime").asString())
                .plusMillis(MINUTE);
        JsonNode items = api.get("/api/candles?timeframe=1m&limit=" + MOST + "&instrumentId=" + instrumentId
                        + "&marketEpoch=" + epoch + "&from=" + first + "&to=" + end)
                .expect(200)
                .body()
                .path("items");
        CandleColumnsBuilder candles = new CandleColumnsBuilder(MINUTE, items.size());
        items.forEach(row -> candles.add(
                Instant.parse(row.path("openTime").asString()).toEpochMilli(),
                new Bar(
                        number(row, "openPrice"),
                        number(row, "highPrice"),
                        number(row, "lowPrice"),
                        number(row, "closePrice"),
                        number(row, "volume"))));
        return candles.build();
    }

    private static long number(JsonNode row, String field) {
        return Decimal8.of(new BigDecimal(row.path(field).asString()));
    }

    /** The engine on {@code candles}, with the rules of {@code symbol}. */
    public static BacktestResult engine(
            CandleColumns candles, String kind, Map<String, String> parameters, JsonNode symbol, String capital) {
        InstrumentRules rules = new InstrumentRules(
                number(symbol, "tickSize"),
                number(symbol, "lotSize"),
                Math.max(number(symbol, "lotSize"), number(symbol, "minQuantity")),
                symbol.path("maxQuantity").isNull() ? Long.MAX_VALUE : number(symbol, "maxQuantity"),
                number(symbol, "minNotional"));
        return Backtest.run(
                candles,
                strategy(kind, parameters),
                new BacktestSettings(
                        new RunSettings(rules, Decimal8.parse(capital), RISK_MILLIONTHS),
                        COMMISSION,
                        FillRules.standard(),
                        null),
                BacktestProgress.NONE);
    }

    private static Strategy strategy(String name, Map<String, String> parameters) {
        StrategyKind kind = BuiltInStrategies.kinds().find(name).orElseThrow();
        return kind.create(((ParameterCheck.Accepted) kind.check(parameters)).parameters());
    }

    /** The engine's L1. */
    public static List<String> signals(CandleColumns candles, String kind, Map<String, String> parameters) {
        Strategy strategy = strategy(kind, parameters);
        CandleView view = new CandleView(candles);
        List<String> signals = new ArrayList<>();
        for (int row = 0; row < candles.size(); row++) {
            signals.add(candles.openTime(row) + " " + strategy.analyze(view.at(row)));
        }
        return signals;
    }

    /** The engine's L2. */
    public static List<String> intents(BacktestResult engine) {
        return engine.orders().stream()
                .map(order -> order.intent())
                .map(intent -> intent.number() + " " + intent.decidedAt() + " " + intent.side() + " "
                        + Decimal8.text(intent.quantity()) + " " + Decimal8.text(intent.stop()) + " "
                        + intent.reason())
                .toList();
    }

    /** The engine's L3. */
    public static List<String> fills(BacktestResult engine) {
        return engine.fills().stream()
                .map(fill -> fill.order() + " " + fill.side() + " " + Decimal8.text(fill.price()) + " "
                        + Decimal8.text(fill.quantity()) + " " + Decimal8.text(fill.commission()))
                .toList();
    }
}

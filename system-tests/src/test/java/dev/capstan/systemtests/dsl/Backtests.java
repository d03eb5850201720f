package dev.capstan.systemtests.dsl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A person's backtests of one strategy on candles that the test knows; also run here, by the engine alone. */
public final class Backtests {

    private static final String KIND = "sma-cross";
    private static final Map<String, String> PARAMETERS = Map.of("fast", "9", "slow", "21");

    private final Person person;
    private final String instrumentId;
    private final CandleColumns candles;

    public Backtests(Person person, String instrumentId, CandleColumns candles) {
        this.person = person;
        this.instrumentId = instrumentId;
        this.candles = candles;
    }

    /** Once for all: what is stored is recognised. */
    public void importCandles() {
        Answer stored = person.api().get("/api/candles/coverage?timeframe=1m&instrumentId=" + instrumentId);
        if (stored.status() != 200) {
            importFile(instrumentId, lines(0, candles.size()));
        }
    }

    /** The first hundred candles without ten of them. */
    public void importWithAGap(String other) {
        importFile(other, lines(0, 50) + lines(60, 100));
    }

    private void importFile(String instrument, String file) {
        person.api()
                .post("/api/candles/imports?timeframe=1m&instrumentId=" + instrument, "text/csv", file.getBytes(UTF_8))
                .expect(200);
    }

    private String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int row = from; row < to; row++) {
            long open = candles.openTime(row);
            lines.append(open).append(',');
            for (long value : new long[] {
                candles.open(row), candles.high(row), candles.low(row), candles.close(row), candles.volume(row)
            }) {
                lines.append(Decimal8.text(value)).append(',');
            }
            lines.append(open + candles.intervalMillis() - 1).append(",0,0,0,0,0\n");
        }
        return lines.toString();
    }

    /** Starts a run over all candles from this one on. */
    public String start(int firstRow) {
        Instant from = Instant.ofEpochMilli(candles.openTime(firstRow));
        return request(Map.of("from", from.toString())).expect(202).text("backtestId");
    }

    /** Asks for a run with something changed. */
    public Answer request(Map<String, ?> change) {
        // The costs are told, because another scenario may have set this person's own.
        Map<String, Object> body = new HashMap<>(Map.of(
                "strategy", Map.of("kind", KIND, "parameters", PARAMETERS),
                "instrumentId", instrumentId,
                "timeframe", "1m",
                "capital", "10000",
                "tick", "0.01",
                "lot", "0.001",
                "minNotional", "5",
                "commissionPercent", "0.1",
                "slippageTicks", 0));
        body.putAll(change);
        return person.api().post("/api/backtest/start", body);
    }

    public Answer cancel(String id) {
        return person.api().post("/api/backtest/cancel/" + id, Map.of());
    }

    public JsonNode status(String id) {
        return person.api().get("/api/backtest/status/" + id).expect(200).body();
    }

    /** This person's. */
    public Answer list() {
        return person.api().get("/api/backtest");
    }

    public Answer result(String id) {
        return person.api().get("/api/backtest/result/" + id).expect(200);
    }

    public Answer evidence(String id) {
        return person.api().get("/api/backtest/result/" + id + "/evidence").expect(200);
    }

    /** Waits until it does not wait any more; whether it runs. */
    public boolean awaitBegun(String id, Duration limit) {
        return await("a backtest's begin")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(id).path("state").asString(), state -> !state.equals("PENDING"))
                .equals("RUNNING");
    }

    /** The run when nothing will happen to it any more. */
    public JsonNode awaitOver(String id, Duration limit) {
        return await("the end of a backtest")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> status(id), run -> !run.path("endedAt").isNull());
    }

    /** From the POST to the answer that says it is completed. */
    public Duration timeOfARun(int firstRow) {
        long began = System.nanoTime();
        String id = start(firstRow);
        String state = "PENDING";
        while (!state.equals("COMPLETED")) {
            Answer answer =
                    person.api().get("/api/backtest/status/" + id + "?wait=5s").expect(200);
            state = answer.text("state");
            if (!List.of("PENDING", "RUNNING", "COMPLETED").contains(state)) {
                throw new AssertionError("a backtest is " + state + ": " + answer.body());
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What the engine gives over the same candles, in this process. */
    public String fingerprintOfTheEngine(int firstRow) {
        StrategyKind kind = BuiltInStrategies.kinds().find(KIND).orElseThrow();
        ParameterCheck check = kind.check(PARAMETERS);
        long lot = Decimal8.parse("0.001");
        InstrumentRules rules =
                new InstrumentRules(Decimal8.parse("0.01"), lot, lot, Long.MAX_VALUE, Decimal8.parse("5"));
        BacktestSettings settings = new BacktestSettings(
                new RunSettings(rules, Decimal8.parse("10000"), 10_000),
                new CommissionRate(1_000),
                FillRules.standard(),
                null);
        return Backtest.run(
                        candles.slice(firstRow, candles.size()),
                        kind.create(((ParameterCheck.Accepted) check).parameters()),
                        settings,
                        BacktestProgress.NONE)
                .fingerprint();
    }
}

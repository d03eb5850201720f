package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.step.StepDriver;
import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.LiveRunLines;
import dev.capstan.systemtests.dsl.SteppedStack;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.engine.BacktestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The same strategy, live through every service and in the engine, on the same candles: the same signals, intents and fills to the last
 * byte. While it trades, what it trades with is killed.
 */
class LiveEqualsBacktestScenario {

    private static final String INSTRUMENT = "BTCUSDT.BINANCE";
    private static final int STEPS = 400;
    private static final int LEAST_ROUND_TRIPS = 20;

    /** Killed right after the market moved, in the midst of what that causes. */
    private static final Map<Integer, String> KILLS = Map.of(
            60, "strategy-service",
            110, "execution-service",
            160, "strategy-service",
            210, "kafka",
            260, "postgres",
            310, "strategy-service");

    private static final SteppedStack STACK = SteppedStack.start();

    private final StepDriver driver = STACK.driver();

    @AfterAll
    static void end() {
        STACK.close();
    }

    @ParameterizedTest
    @CsvSource({"sma-cross, fast=3 slow=7", "rsi, period=3 oversold=35 overbought=60"})
    void signalsIntentsAndFillsAreTheEngines(String kind, String parameters) {
        driver.step();
        driver.awaitQuiet();
        Map<String, String> values = new HashMap<>();
        for (String each : parameters.split(" ")) {
            values.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        String run = STACK.api()
                .post(
                        "/api/strategy/start",
                        Map.of(
                                "accountId",
                                STACK.account(),
                                "strategy",
                                Map.of("kind", kind, "parameters", values),
                                "instrumentId",
                                INSTRUMENT,
                                "timeframe",
                                "1m",
                                "capital",
                                "1000"))
                .expect(201)
                .text("runId");
        trade();
        Answer stopped =
                STACK.api().post("/api/strategy/stop", Map.of("runId", run)).expect(200);
        assertThat(stopped.text("endReason")).isEqualTo("STOPPED");
        assertThat(stopped.body().path("candles").asInt()).isEqualTo(STEPS);

        LiveRunLines live = new LiveRunLines(STACK.api(), run);
        CandleColumns candles = live.candles(INSTRUMENT, stopped.text("marketEpoch"));
        assertThat(candles.size()).isEqualTo(STEPS);
        BacktestResult engine = LiveRunLines.engine(candles, kind, values, symbol(), "1000");
        assertThat(engine.roundTrips()).hasSizeGreaterThanOrEqualTo(LEAST_ROUND_TRIPS);
        assertThat(live.signals()).as("L1").isEqualTo(LiveRunLines.signals(candles, kind, values));
        // What was decided on the last candle finds no open in the engine.
        List<String> intents = LiveRunLines.intents(engine);
        assertThat(live.intents().subList(0, intents.size())).as("L2").isEqualTo(intents);
        List<String> fills = LiveRunLines.fills(engine);
        assertThat(live.fills().subList(0, fills.size())).as("L3").isEqualTo(fills);
        System.out.printf(
                "%s: %d candles, %d round trips, %d intents and %d fills equal the engine's (%s); attempts beyond the first: %s%n",
                kind,
                STEPS,
                engine.roundTrips().size(),
                intents.size(),
                fills.size(),
                engine.fingerprint(),
                live.repeatedAttempts());
    }

    private void trade() {
        for (int step = 1; step <= STEPS; step++) {
            driver.step();
            String victim = KILLS.get(step);
            if (victim != null) {
                STACK.process(victim).kill();
            }
        }
        driver.awaitQuiet();
    }

    private static JsonNode symbol() {
        return STACK.api()
                .get("/api/feeds/symbols")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("instrumentId").asString().equals(INSTRUMENT))
                .findFirst()
                .orElseThrow();
    }
}

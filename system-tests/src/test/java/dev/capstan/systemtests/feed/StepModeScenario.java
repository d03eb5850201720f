package dev.capstan.systemtests.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.step.Step;
import dev.capstan.launcher.step.StepDriver;
import dev.capstan.systemtests.dsl.ReplayStack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A market that stands still until all is done. Before each step everything the last one caused is to be seen at once, without waiting: the
 * order is filled, its position moved, the candles are stored.
 */
public class StepModeScenario {

    private static final int STEPS = 50;
    private static final int ORDER_EVERY = 5;
    private static final int KILL_BEFORE = 20;
    private static final int KILL_DURING = 35;
    private static final String INSTRUMENT = ReplayStack.REAL;
    private static final String QUANTITY = "0.01";
    private static final BigDecimal TICK = new BigDecimal("0.01");

    private static final ReplayStack STACK = ReplayStack.stepped();

    private final StepDriver driver = STACK.driver();

    /** When the candle opened that played when the order was placed, by order. */
    private final Map<String, Instant> playing = new LinkedHashMap<>();

    @Test
    void nothingIsUnderWayWhenTheMarketGoesOn() {
        // Others may have moved the market before.
        long before = driver.step().number();
        for (int number = 1; number <= STEPS; number++) {
            Step step = number == KILL_DURING ? whileTheVenueDies() : driver.step();
            assertThat(step.number()).isEqualTo(before + number);
            if (number == KILL_BEFORE) {
                isAnsweredAgainAfterAKill(step);
            }
            if (number % ORDER_EVERY == ORDER_EVERY - 1) {
                playing.put(STACK.buys(INSTRUMENT, QUANTITY), opened(step));
            }
            driver.awaitQuiet();
            allIsDone(step);
        }
        fillsAreTheOpensOfTheirCandles();
        candlesAreTheVenues();
    }

    private Step whileTheVenueDies() {
        driver.awaitQuiet();
        // Not on the common pool: the stack hears there that a process has ended.
        CompletableFuture<Void> death =
                CompletableFuture.runAsync(() -> STACK.kills("venue-simulator"), Thread::startVirtualThread);
        Step step = driver.step();
        death.join();
        return step;
    }

    private void isAnsweredAgainAfterAKill(Step step) {
        STACK.kills("venue-simulator");
        driver.awaitQuiet();
        JsonNode again = STACK.control()
                .post("/control/step", Map.of("expect", step.number()))
                .expect(200)
                .body();
        assertThat(again.path("step").asLong()).isEqualTo(step.number());
        assertThat(Instant.ofEpochMilli(
                        again.path("instruments").path(0).path("opened").asLong()))
                .isEqualTo(opened(step));
        STACK.control()
                .post("/control/step", Map.of("expect", step.number() + 2))
                .expect(409);
    }

    private static Instant opened(Step step) {
        return Objects.requireNonNull(of(step, INSTRUMENT).opened());
    }

    private static Step.Walked of(Step step, String instrumentId) {
        return step.instruments().stream()
                .filter(each -> instrumentId.equals(each.symbol() + ".BINANCE"))
                .findFirst()
                .orElseThrow();
    }

    /** Read once: whoever had to wait here would show that something was under way. */
    private void allIsDone(Step step) {
        BigDecimal bought = BigDecimal.ZERO;
        for (String orderId : playing.keySet()) {
            JsonNode order = STACK.order(orderId);
            assertThat(order.path("status").asString()).as(order.toString()).isEqualTo("FILLED");
            bought = bought.add(new BigDecimal(order.path("filledQuantity").asString()));
        }
        if (!playing.isEmpty()) {
            // Commission is taken from what was bought.
            BigDecimal held =
                    new BigDecimal(STACK.position(INSTRUMENT).path("quantity").asString());
            assertThat(held).isEqualByComparingTo(bought.multiply(new BigDecimal("0.999")));
        }
        Map<String, Instant> stored = newestStored();
        step.instruments()
                .forEach(each -> assertThat(stored.get(each.symbol() + ".BINANCE"))
                        .as(each.symbol())
                        .isEqualTo(each.closed()));
    }

    private static Map<String, Instant> newestStored() {
        Map<String, Instant> newest = new HashMap<>();
        STACK.api()
                .get("/api/candles/series?limit=1000")
                .expect(200)
                .body()
                .path("items")
                .forEach(series -> newest.put(
                        series.path("instrumentId").asString(),
                        Instant.parse(series.path("lastOpenTime").asString())));
        return newest;
    }

    private void fillsAreTheOpensOfTheirCandles() {
        Map<Instant, BigDecimal> opens = new HashMap<>();
        new StoredMinutes(STACK.venue().url(), STACK.api(), "BTCUSDT")
                .recorded()
                .forEach(line -> {
                    List<String> row = List.of(line.split(",", -1));
                    opens.put(StoredMinutes.openTime(line), new BigDecimal(row.get(1)));
                });
        assertThat(playing).hasSize(STEPS / ORDER_EVERY);
        assertThat(opens).containsKeys(playing.values().toArray(Instant[]::new));
        playing.forEach((orderId, opened) -> assertThat(
                        new BigDecimal(STACK.order(orderId).path("averagePrice").asString()))
                .as("order " + orderId + " in the candle of " + opened)
                .isEqualByComparingTo(onTick(Objects.requireNonNull(opens.get(opened)))));
    }

    /** Real candles have prices that nobody can order at; then the nearest one plays. */
    private static BigDecimal onTick(BigDecimal price) {
        return price.setScale(TICK.scale(), RoundingMode.HALF_UP);
    }

    private static void candlesAreTheVenues() {
        for (String symbol : List.of("BTCUSDT", "ETHUSDT")) {
            StoredMinutes minutes = new StoredMinutes(STACK.venue().url(), STACK.api(), symbol);
            List<String> recorded = minutes.recorded();
            List<String> played = recorded.subList(recorded.size() - STEPS, recorded.size());
            assertThat(minutes.stored(played)).as(symbol).isEqualTo(played);
            assertThat(minutes.missing()).as("missing of " + symbol).isZero();
        }
    }
}

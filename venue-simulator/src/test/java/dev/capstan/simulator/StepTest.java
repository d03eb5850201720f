package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.simulator.Trader.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A market that goes on by steps. */
class StepTest {

    private static final String FIRST = "1700000040000";
    private static final String SECOND = "1700000100000";
    private static final String CANDLES = """
            1700000040000,37000,37010,36990,37005,100,1700000099999,3700000,10,50,1850000,0
            1700000100000,37007,37020,37000,37010,100,1700000159999,3700000,10,50,1850000,0
            1700000160000,36950,37015,36900,36960,100,1700000219999,3700000,10,50,1850000,0
            """;

    @TempDir
    private Path folder;

    private SimulatorOptions options() throws IOException {
        return replaying(CANDLES).withSteps();
    }

    private SimulatorOptions replaying(String candles) throws IOException {
        return SimulatorOptions.in(folder.resolve("data"))
                .withReplay(
                        InstrumentId.parse("BTCUSDT.BINANCE"),
                        Files.writeString(folder.resolve("candles.csv"), candles));
    }

    private static Answer step(Trader trader) {
        return trader.control("POST", "/control/step", "");
    }

    private static Answer step(Trader trader, String expect) {
        return trader.control("POST", "/control/step", "{\"expect\":" + expect + "}");
    }

    @Test
    void aStepClosesTheRunningCandleAndPlaysTheNextOpen() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options());
                Listener listener = new Listener(venue.streamUrl() + "/ws/btcusdt@kline_1m")) {
            Trader trader = new Trader(venue, "alice").withAccount();
            assertThat(klines(trader)).containsExactly(FIRST + " 37000.00000000");
            Answer answer = step(trader);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.body().toString())
                    .isEqualTo("{\"step\":1,\"ended\":false,\"instruments\":[{\"symbol\":\"BTCUSDT\",\"closed\":"
                            + FIRST + ",\"opened\":" + SECOND + ",\"price\":\"37007.00000000\"}]}");
            assertThat(klines(trader)).containsExactly(FIRST + " 37005.00000000", SECOND + " 37007.00000000");
            assertThat(fillPrice(trader.market("BTCUSDT", "BUY", "0.01", "next")))
                    .isEqualTo("37007.00000000");
            JsonNode closed =
                    listener.await(message -> message.path("k").path("x").asBoolean());
            assertThat(closed.path("k").path("t").asString()).isEqualTo(FIRST);
            listener.await(message -> message.path("k").path("t").asString("").equals(SECOND));
        }
    }

    @Test
    void timeAloneMovesNothing() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options());
                Listener listener = new Listener(venue.streamUrl() + "/ws/btcusdt@trade")) {
            Trader trader = new Trader(venue, "alice");
            for (int print = 1; print <= 3; print++) {
                int wanted = print;
                listener.await(message -> listener.heard().size() >= wanted);
            }
            assertThat(listener.heard(message -> !message.path("p").asString().equals("37000.00000000")))
                    .isEmpty();
            assertThat(klines(trader)).containsExactly(FIRST + " 37000.00000000");
            Answer ready = trader.control("GET", "/control/ready", "");
            assertThat(ready.text("mode") + " " + ready.body().path("step")).isEqualTo("step 0");
        }
    }

    @Test
    void aStepVisitsAllItsTurningPointsAndOpensWithAJump() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options())) {
            Trader trader = new Trader(venue, "alice").withAccount();
            trader.limit("BTCUSDT", "BUY", "0.01", "36995", "inside");
            trader.limit("BTCUSDT", "BUY", "0.01", "36990", "touched");
            step(trader);
            assertThat(spent(trader, "inside")).isEqualTo("FILLED 369.95000000");
            assertThat(spent(trader, "touched")).isEqualTo("NEW 0.00000000");
            step(trader);
            assertThat(spent(trader, "touched")).as("a gap fills at the open").isEqualTo("FILLED 369.50000000");
        }
    }

    @Test
    void afterTheLastCandleItsPriceStaysTradable() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options())) {
            Trader trader = new Trader(venue, "alice").withAccount();
            step(trader);
            step(trader);
            Answer last = step(trader);
            assertThat(last.body().path("ended").asBoolean()).isTrue();
            assertThat(last.body().path("instruments").get(0).path("opened").isNull())
                    .isTrue();
            Answer further = step(trader);
            assertThat(further.status()).isEqualTo(409);
            assertThat(further.text("detail")).contains("all candles have played");
            assertThat(step(trader, "3").body()).isEqualTo(last.body());
            assertThat(fillPrice(trader.market("BTCUSDT", "BUY", "0.01", "after")))
                    .isEqualTo("36960.00000000");
            assertThat(klines(trader)).hasSize(3).last().isEqualTo("1700000160000 36960.00000000");
        }
    }

    @Test
    void anAnsweredStepIsThereAfterARestartAndMayBeAskedForAgain() throws IOException {
        Answer first;
        try (VenueSimulator venue = VenueSimulator.start(options())) {
            first = step(new Trader(venue, "alice"), "1");
        }
        try (VenueSimulator venue = VenueSimulator.start(options())) {
            Trader trader = new Trader(venue, "alice");
            assertThat(step(trader, "1").body()).isEqualTo(first.body());
            assertThat(klines(trader)).containsExactly(FIRST + " 37005.00000000", SECOND + " 37007.00000000");
            assertThat(step(trader, "3").status()).isEqualTo(409);
            assertThat(step(trader, "3").text("detail")).contains("the next is 2");
            assertThat(step(trader, "2").body().path("step").asLong()).isEqualTo(2);
            assertThat(step(trader, "1").status()).isEqualTo(409);
            assertThat(step(trader, "0").status()).isEqualTo(400);
            assertThat(step(trader, "\"1\"").status()).isEqualTo(400);
        }
    }

    /** The entry fills on the way, and its exits are met by the rest of the way only. */
    @Test
    void aKillLeavesTheMarketBeforeAStepOrAfterIt() throws IOException {
        Path journal = folder.resolve("data").resolve("state.journal");
        long before;
        String after;
        try (VenueSimulator venue = VenueSimulator.start(options())) {
            Trader trader = new Trader(venue, "alice").withAccount();
            trader.signed(
                    "POST",
                    "/api/v3/orderList/otoco",
                    Orders.bracket("0.01", "0.00999", "36995", "37009", "36900", "swing"));
            before = Files.size(journal);
            step(trader);
            after = states(trader);
            assertThat(after).contains("swing-target FILLED");
        }
        byte[] whole = Files.readAllBytes(journal);
        for (long cut = before; cut < whole.length; cut += 1 + (whole.length - before) / 5) {
            Files.write(journal, Arrays.copyOf(whole, (int) cut));
            try (VenueSimulator venue = VenueSimulator.start(options())) {
                Trader trader = new Trader(venue, "alice");
                assertThat(trader.control("GET", "/control/ready", "")
                                .body()
                                .path("step")
                                .asLong())
                        .isZero();
                assertThat(states(trader)).doesNotContain("FILLED");
                assertThat(step(trader, "1").status()).isEqualTo(200);
                assertThat(states(trader)).isEqualTo(after);
            }
        }
    }

    @Test
    void whoHasNotReceivedAStepYetIsPending() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(options());
                Listener listener = new Listener(venue.streamUrl() + "/ws/btcusdt@kline_1m")) {
            Trader trader = new Trader(venue, "alice");
            listener.await(message -> message.path("e").asString("").equals("kline"));
            listener.stopReading();
            step(trader);
            assertThat(activity(trader)).isEqualTo("{\"listeners\":1}");
            listener.goOnReading();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> activity(trader).equals("{\"listeners\":0}"));
            assertThat(listener.heard(message -> message.path("k").path("x").asBoolean()))
                    .hasSize(1);
        }
    }

    @Test
    void stepsDoNotUseUpWhatAClientMaySay() {
        SimulatorOptions synthetic =
                SimulatorOptions.in(folder).withSyntheticMarket().withSteps();
        try (VenueSimulator venue = VenueSimulator.start(synthetic);
                Listener listener = new Listener(venue.streamUrl() + "/ws/btcusdt@kline_1m")) {
            Trader trader = new Trader(venue, "alice");
            for (int number = 1; number <= 20; number++) {
                step(trader);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(10))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> activity(trader).equals("{\"listeners\":0}"));
            }
            assertThat(listener.heard(message -> message.path("k").path("x").asBoolean()))
                    .hasSize(20);
            assertThat(listener.isClosed()).isFalse();
        }
    }

    private static String activity(Trader trader) {
        return trader.control("GET", "/control/activity", "")
                .body()
                .path("pending")
                .toString();
    }

    @Test
    void fourSyntheticInstrumentsGoTogether() {
        SimulatorOptions synthetic =
                SimulatorOptions.in(folder).withSyntheticMarket().withSteps();
        try (VenueSimulator venue = VenueSimulator.start(synthetic)) {
            JsonNode walked = step(new Trader(venue, "alice")).body().path("instruments");
            assertThat(walked).hasSize(4);
            for (JsonNode each : walked) {
                assertThat(each.path("opened").asLong() - each.path("closed").asLong())
                        .isEqualTo(60_000);
            }
        }
    }

    @Test
    void whatCannotBeSteppedIsNamed() throws IOException {
        assertRefused(SimulatorOptions.in(folder).withSteps(), "--market synthetic");
        String hours = """
                1700002800000,2000,2001,1999,2000,5,1700006399999,10000,3,2,4000,0
                1700006400000,2000,2001,1999,2000,5,1700009999999,10000,3,2,4000,0
                """;
        assertRefused(
                options()
                        .withReplay(
                                InstrumentId.parse("ETHUSDT.BINANCE"),
                                Files.writeString(folder.resolve("hours.csv"), hours)),
                "60 s and 3600 s");
        VenueSimulator.start(options()).close();
        assertRefused(replaying(CANDLES).withSpeed(BigDecimal.TEN), "moved by steps");
    }

    @Test
    void aMarketThatTheClockMovesRefusesSteps() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start(replaying(CANDLES))) {
            Trader trader = new Trader(venue, "alice");
            assertThat(step(trader).status()).isEqualTo(409);
            assertThat(step(trader).text("detail")).contains("--step");
            assertThat(trader.control("GET", "/control/ready", "").text("mode")).isEqualTo("clock");
        }
    }

    private static void assertRefused(SimulatorOptions options, String named) {
        assertThatThrownBy(() -> VenueSimulator.start(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static String fillPrice(Answer order) {
        return order.body().path("fills").get(0).path("price").asString();
    }

    private static String spent(Trader trader, String clientId) {
        Answer order = trader.query("BTCUSDT", clientId);
        return order.text("status") + " " + order.text("cummulativeQuoteQty");
    }

    /** Open time and close of each candle. */
    private static List<String> klines(Trader trader) {
        return trader.open("/api/v3/klines?symbol=BTCUSDT&interval=1m")
                .body()
                .valueStream()
                .map(row -> row.get(0).asString() + " " + row.get(4).asString())
                .toList();
    }

    /** Every order with its state and what it spent, and the balances. */
    private static String states(Trader trader) {
        return trader.signed("GET", "/api/v3/allOrders", params("symbol", "BTCUSDT"))
                        .body()
                        .valueStream()
                        .map(order -> order.path("clientOrderId").asString() + " "
                                + order.path("status").asString() + " "
                                + order.path("cummulativeQuoteQty").asString())
                        .toList()
                + " " + trader.account().body().path("balances");
    }
}

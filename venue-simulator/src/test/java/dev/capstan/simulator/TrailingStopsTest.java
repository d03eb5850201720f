package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Orders.exitPair;
import static dev.capstan.simulator.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A delta of 100 is one percent. */
class TrailingStopsTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    private Trader.Answer place(Map<String, String> order) {
        return trader.signed("POST", "/api/v3/order", order);
    }

    private String status(String clientId) {
        return trader.query("BTCUSDT", clientId).text("status");
    }

    private String worth(String clientId) {
        return trader.query("BTCUSDT", clientId).text("cummulativeQuoteQty");
    }

    @Test
    void aSaleFollowsTheMarketUpAndGoesOffWhenItFallsByTheDelta() {
        place(order("SELL", "STOP_LOSS", "1", "trail", "trailingDelta", "100"));
        JsonNode waiting = trader.query("BTCUSDT", "trail").body();
        assertThat(waiting.path("trailingDelta").asInt()).isEqualTo(100);
        assertThat(waiting.path("trailingTime").asLong())
                .isEqualTo(waiting.path("time").asLong());
        assertThat(waiting.path("isWorking").asBoolean()).isFalse();

        holdPrice("BTCUSDT", "60000.00");
        holdPrice("BTCUSDT", "59400.01");
        assertThat(status("trail")).isEqualTo("NEW");
        holdPrice("BTCUSDT", "59000.00");
        assertThat(status("trail")).isEqualTo("FILLED");
        assertThat(worth("trail")).as("one percent below 60,000").isEqualTo("59400.00000000");
    }

    @Test
    void aPurchaseFollowsItDown() {
        place(order("BUY", "STOP_LOSS", "1", "trail", "trailingDelta", "100"));
        assertThat(trader.balance("USDT"))
                .as("as much as it costs where it stands now")
                .isEqualTo("949500.00000000 50500.00000000");
        holdPrice("BTCUSDT", "40000.00");
        holdPrice("BTCUSDT", "41000.00");
        assertThat(worth("trail")).isEqualTo("40400.00000000");
        assertThat(trader.balance("USDT")).isEqualTo("959600.00000000 0.00000000");
    }

    @ParameterizedTest(name = "{0} {1} starts at {2}, sees {3} and goes off at {4}")
    @CsvSource({
        "SELL, TAKE_PROFIT, 51000, 52000.00, 51480.00",
        "SELL, STOP_LOSS,   49000, 48800.00, 48510.00",
        "BUY,  TAKE_PROFIT, 49000, 48000.00, 48480.00",
        "BUY,  STOP_LOSS,   51000, 51200.00, 51510.00"
    })
    void withAStopPriceItFollowsOnlyFromThere(String side, String type, String stop, String best, String goesOff) {
        place(order(side, type, "1", "trail", "stopPrice", stop, "trailingDelta", "100"));
        JsonNode waiting = trader.query("BTCUSDT", "trail").body();
        assertThat(waiting.path("trailingTime").asLong()).isEqualTo(-1);

        holdPrice("BTCUSDT", best);
        JsonNode following = trader.query("BTCUSDT", "trail").body();
        assertThat(following.path("status").asString()).isEqualTo("NEW");
        assertThat(following.path("trailingTime").asLong()).isPositive();
        holdPrice("BTCUSDT", side.equals("SELL") ? "30000.00" : "70000.00");
        assertThat(worth("trail")).isEqualTo(goesOff + "000000");
    }

    @Test
    void oneMoveMaySetItOffAndThenItGoesOff() {
        place(order("SELL", "STOP_LOSS", "1", "trail", "stopPrice", "49000", "trailingDelta", "100"));
        holdPrice("BTCUSDT", "40000.00");
        assertThat(worth("trail")).as("one percent below 49,000").isEqualTo("48510.00000000");
    }

    @Test
    void aLimitOrderRestsOnceItWentOff() {
        place(order(
                "SELL",
                "STOP_LOSS_LIMIT",
                "1",
                "trail",
                "trailingDelta",
                "100",
                "price",
                "49800",
                "timeInForce",
                "GTC"));
        holdPrice("BTCUSDT", "49000.00");
        JsonNode resting = trader.query("BTCUSDT", "trail").body();
        assertThat(resting.path("status").asString()).isEqualTo("NEW");
        assertThat(resting.path("isWorking").asBoolean()).isTrue();
        holdPrice("BTCUSDT", "49801.00");
        assertThat(worth("trail")).isEqualTo("49800.00000000");
    }

    @Test
    void thePartOfAPairMayFollow() {
        Map<String, String> pair = exitPair("1", "52000", "48000", "exit");
        pair.remove("belowStopPrice");
        pair.put("belowTrailingDelta", "200");
        Trader.Answer placed = trader.signed("POST", "/api/v3/orderList/oco", pair);
        assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
        holdPrice("BTCUSDT", "51000.00");
        holdPrice("BTCUSDT", "49000.00");
        assertThat(worth("exit-stop")).isEqualTo("49980.00000000");
        assertThat(status("exit-target")).isEqualTo("EXPIRED");
    }

    @Test
    void anExitFollowsFromWhereTheEntryFilled() {
        Map<String, String> bracket = bracket("1", "0.999", "49000", "60000", "40000", "trade");
        bracket.remove("pendingBelowStopPrice");
        bracket.put("pendingBelowTrailingDelta", "100");
        assertThat(trader.signed("POST", "/api/v3/orderList/otoco", bracket).status())
                .isEqualTo(200);
        holdPrice("BTCUSDT", "48999.99");
        assertThat(trader.query("BTCUSDT", "trade-stop")
                        .body()
                        .path("trailingTime")
                        .asLong())
                .isPositive();
        holdPrice("BTCUSDT", "48000.00");
        assertThat(trader.query("BTCUSDT", "trade-stop").text("status")).isEqualTo("FILLED");
        assertThat(worth("trade-stop")).as("0.999 at 48,510").isEqualTo("48461.49000000");
    }

    @Test
    void theReportsCarryDistanceAndTime() {
        try (Listener listener = userStream(trader)) {
            place(order("SELL", "STOP_LOSS", "0.1", "trail", "trailingDelta", "100"));
            holdPrice("BTCUSDT", "49000.00");
            listener.await(
                    message -> message.path("event").path("X").asString("").equals("FILLED"));
            assertThat(listener.events("executionReport")).allSatisfy(report -> {
                assertThat(report.path("d").asInt()).isEqualTo(100);
                assertThat(report.path("D").asLong()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"9", "2001"})
    void theDistanceHasLimits(String delta) {
        assertThat(place(order("SELL", "STOP_LOSS", "0.1", "far", "trailingDelta", delta))
                        .text("msg"))
                .isEqualTo("Filter failure: TRAILING_DELTA");
    }

    @Test
    void itsBestPriceSurvivesARestart(@TempDir Path folder) {
        SimulatorOptions options = SimulatorOptions.in(folder);
        try (VenueSimulator first = VenueSimulator.start(options)) {
            Trader before = new Trader(first, "alice").withAccount();
            hold(before, "50000");
            before.signed("POST", "/api/v3/order", order("SELL", "STOP_LOSS", "1", "trail", "trailingDelta", "100"));
            hold(before, "60000");
        }
        try (VenueSimulator second = VenueSimulator.start(options)) {
            Trader after = new Trader(second, "alice");
            hold(after, "59000");
            assertThat(after.query("BTCUSDT", "trail").text("cummulativeQuoteQty"))
                    .isEqualTo("59400.00000000");
        }
    }

    private static void hold(Trader trader, String price) {
        trader.control("POST", "/control/price", "{\"symbol\":\"BTCUSDT\",\"price\":\"%s\"}".formatted(price));
    }
}

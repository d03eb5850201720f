package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.order;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ConditionalOrdersTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    private Trader.Answer place(Map<String, String> order) {
        return trader.signed("POST", "/api/v3/order", order);
    }

    @Test
    void aStopWaitsOutsideTheBookAndGoesOffWhenItsPriceIsTouched() {
        Trader.Answer placed = place(order("SELL", "STOP_LOSS", "1", "stop", "stopPrice", "49000"));
        assertThat(placed.body().has("status")).as("ACK unless asked otherwise").isFalse();
        JsonNode waiting = trader.query("BTCUSDT", "stop").body();
        assertThat(waiting.path("isWorking").asBoolean()).isFalse();
        assertThat(waiting.path("workingTime").asLong()).isEqualTo(-1);
        assertThat(waiting.path("stopPrice").asString()).isEqualTo("49000.00000000");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 1.00000000");

        holdPrice("BTCUSDT", "49000.01");
        assertThat(trader.query("BTCUSDT", "stop").text("status")).isEqualTo("NEW");
        holdPrice("BTCUSDT", "48000.00");

        JsonNode filled = trader.query("BTCUSDT", "stop").body();
        assertThat(filled.path("status").asString()).isEqualTo("FILLED");
        assertThat(filled.path("cummulativeQuoteQty").asString())
                .as("it was the first to see 49,000 on the way down")
                .isEqualTo("49000.00000000");
        assertThat(filled.path("isWorking").asBoolean()).isTrue();
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.00000000");
    }

    @ParameterizedTest(name = "{0} {1} at {2} goes off at {3}")
    @CsvSource({
        "BUY,  STOP_LOSS,   51000, 51000.00",
        "SELL, STOP_LOSS,   49000, 49000.00",
        "BUY,  TAKE_PROFIT, 49000, 49000.00",
        "SELL, TAKE_PROFIT, 51000, 51000.00"
    })
    void eachKindWaitsOnItsOwnSideOfTheMarket(String side, String type, String stop, String touched) {
        place(order(side, type, "0.1", "waits", "stopPrice", stop));
        assertThat(trader.query("BTCUSDT", "waits").text("status")).isEqualTo("NEW");
        holdPrice("BTCUSDT", touched);
        assertThat(trader.query("BTCUSDT", "waits").text("status")).isEqualTo("FILLED");
    }

    @ParameterizedTest(name = "{0} {1} at {2}")
    @CsvSource({
        "BUY,  STOP_LOSS,   50000",
        "SELL, STOP_LOSS,   50000",
        "BUY,  TAKE_PROFIT, 50000",
        "SELL, TAKE_PROFIT, 50000",
        "BUY,  STOP_LOSS,   49000",
        "SELL, TAKE_PROFIT, 49000"
    })
    void whatWouldGoOffAtOnceIsRefused(String side, String type, String stop) {
        Trader.Answer refused = place(order(side, type, "0.1", "hasty", "stopPrice", stop));
        assertThat(refused.code()).isEqualTo(-2010);
        assertThat(refused.text("msg")).isEqualTo("Order would trigger immediately.");
        assertThat(trader.query("BTCUSDT", "hasty").code()).isEqualTo(-2013);
    }

    @Test
    void aStopLimitRestsAtItsLimitAfterItWentOff() {
        place(order(
                "SELL",
                "STOP_LOSS_LIMIT",
                "1",
                "stop-limit",
                "stopPrice",
                "49000",
                "price",
                "49500",
                "timeInForce",
                "GTC"));
        holdPrice("BTCUSDT", "48000.00");
        JsonNode resting = trader.query("BTCUSDT", "stop-limit").body();
        assertThat(resting.path("status").asString()).isEqualTo("NEW");
        assertThat(resting.path("isWorking").asBoolean()).isTrue();
        holdPrice("BTCUSDT", "49500.01");
        assertThat(trader.query("BTCUSDT", "stop-limit").text("cummulativeQuoteQty"))
                .isEqualTo("49500.00000000");
    }

    @Test
    void aStopLimitThatTheMarketMeetsTakesAtOnce() {
        place(order(
                "BUY",
                "STOP_LOSS_LIMIT",
                "0.1",
                "breakout",
                "stopPrice",
                "51000",
                "price",
                "51500",
                "timeInForce",
                "IOC"));
        assertThat(trader.balance("USDT")).isEqualTo("994850.00000000 5150.00000000");
        holdPrice("BTCUSDT", "52000.00");
        assertThat(trader.query("BTCUSDT", "breakout").text("cummulativeQuoteQty"))
                .isEqualTo("5100.00000000");
        assertThat(trader.balance("USDT")).isEqualTo("994900.00000000 0.00000000");
    }

    @Test
    void aWaitingOrderIsToldOfTwice() {
        try (Listener listener = userStream(trader)) {
            place(order("SELL", "TAKE_PROFIT", "0.1", "told", "stopPrice", "51000"));
            holdPrice("BTCUSDT", "51000.00");
            listener.await(
                    message -> message.path("event").path("X").asString("").equals("FILLED"));
            assertThat(listener.events("executionReport"))
                    .extracting(event -> event.path("x").asString() + " "
                            + event.path("X").asString() + " "
                            + event.path("P").asString() + " "
                            + event.has("W"))
                    .containsExactly(
                            "NEW NEW 51000.00000000 false",
                            "NEW NEW 51000.00000000 true",
                            "TRADE FILLED 51000.00000000 true");
        }
    }

    @Test
    void aLimitMakerRestsOrIsRefused() {
        assertThat(place(order("BUY", "LIMIT_MAKER", "0.1", "maker", "price", "49999.99"))
                        .status())
                .isEqualTo(200);
        Trader.Answer refused = place(order("BUY", "LIMIT_MAKER", "0.1", "taker", "price", "50000"));
        assertThat(refused.code()).isEqualTo(-2010);
        assertThat(refused.text("msg")).isEqualTo("Order would immediately match and take.");
    }

    @Test
    void aMarketOrderMayBeWorthSoMuch() {
        Trader.Answer bought = trader.signed(
                "POST",
                "/api/v3/order",
                params("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quoteOrderQty", "1000.3"));
        assertThat(bought.text("executedQty")).isEqualTo("0.02000000");
        assertThat(bought.text("origQuoteOrderQty")).isEqualTo("1000.30000000");
        assertThat(trader.balance("USDT")).isEqualTo("999000.00000000 0.00000000");
    }

    @Test
    void anIcebergTradesLikeAnyOtherAndIsLimitedInItsParts() {
        Map<String, String> iceberg =
                order("SELL", "LIMIT", "1", "berg", "price", "51000", "timeInForce", "GTC", "icebergQty", "0.1");
        assertThat(place(iceberg).status()).isEqualTo(200);
        assertThat(trader.query("BTCUSDT", "berg").text("icebergQty")).isEqualTo("0.10000000");
        iceberg.put("newClientOrderId", "crumbs");
        iceberg.put("icebergQty", "0.09");
        assertThat(place(iceberg).text("msg")).isEqualTo("Filter failure: ICEBERG_PARTS");
        iceberg.put("icebergQty", "0.1");
        iceberg.put("timeInForce", "IOC");
        assertThat(place(iceberg).code()).isEqualTo(-1014);
    }

    @Test
    void onlySoManyMayWaitAtOnce() {
        for (int number = 0; number < 5; number++) {
            assertThat(place(order("SELL", "STOP_LOSS", "0.1", "s" + number, "stopPrice", "40000"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(place(order("SELL", "STOP_LOSS", "0.1", "s6", "stopPrice", "40000"))
                        .text("msg"))
                .isEqualTo("Filter failure: MAX_NUM_ALGO_ORDERS");
    }

    @Test
    void aClientsOwnMarksComeBack() {
        place(order(
                "SELL",
                "STOP_LOSS",
                "0.1",
                "marked",
                "stopPrice",
                "40000",
                "strategyId",
                "7",
                "strategyType",
                "1000001"));
        JsonNode order = trader.query("BTCUSDT", "marked").body();
        assertThat(order.path("strategyId").asLong()).isEqualTo(7);
        assertThat(order.path("strategyType").asLong()).isEqualTo(1_000_001);
    }
}

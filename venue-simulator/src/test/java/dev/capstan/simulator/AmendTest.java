package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.exitPair;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AmendTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndPlace() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "old");
    }

    /** The next test's orders are not to queue behind this one's. */
    @AfterEach
    void leaveTheQueue() {
        trader.signed("DELETE", "/api/v3/openOrders", params("symbol", "BTCUSDT"));
    }

    private Trader.Answer amend(String... more) {
        Map<String, String> request = params("symbol", "BTCUSDT");
        request.putAll(params(more));
        return trader.signed("PUT", "/api/v3/order/amend/keepPriority", request);
    }

    private JsonNode amendments(String orderId, String... more) {
        Map<String, String> request = params("symbol", "BTCUSDT", "orderId", orderId);
        request.putAll(params(more));
        return trader.signed("GET", "/api/v3/order/amendments", request).body();
    }

    @Test
    void anOrderBecomesSmallerUnderAnotherIdAndGivesBackWhatItNoLongerNeeds() {
        Trader.Answer answer = amend("origClientOrderId", "old", "newQty", "0.06", "newClientOrderId", "new");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        JsonNode amended = answer.body().path("amendedOrder");
        assertThat(amended.path("origClientOrderId").asString()).isEqualTo("old");
        assertThat(amended.path("clientOrderId").asString()).isEqualTo("new");
        assertThat(amended.path("qty").asString()).isEqualTo("0.06000000");
        assertThat(amended.path("status").asString()).isEqualTo("NEW");
        assertThat(answer.body().has("listStatus")).isFalse();
        assertThat(trader.query("BTCUSDT", "new").text("origQty")).isEqualTo("0.06000000");
        assertThat(trader.query("BTCUSDT", "old").code()).isEqualTo(-2013);
        assertThat(trader.balance("USDT")).isEqualTo("997600.00000000 2400.00000000");
    }

    @Test
    void itKeepsItsPlaceInTheQueue() {
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "second");
        amend("origClientOrderId", "old", "newQty", "0.08", "newClientOrderId", "old");
        control("POST", "/control/price", "{\"symbol\":\"BTCUSDT\",\"price\":\"39999\",\"quantity\":\"0.08\"}");

        assertThat(trader.query("BTCUSDT", "old").text("status")).isEqualTo("FILLED");
        assertThat(trader.query("BTCUSDT", "second").text("status")).isEqualTo("NEW");
    }

    @Test
    void whatHasFilledStaysFilled() {
        control("POST", "/control/price", "{\"symbol\":\"BTCUSDT\",\"price\":\"39999\",\"quantity\":\"0.04\"}");
        assertThat(amend("origClientOrderId", "old", "newQty", "0.04").code())
                .as("nothing would be left")
                .isEqualTo(-2038);
        JsonNode amended = amend("origClientOrderId", "old", "newQty", "0.05", "newClientOrderId", "old")
                .body()
                .path("amendedOrder");
        assertThat(amended.path("status").asString()).isEqualTo("PARTIALLY_FILLED");
        assertThat(amended.path("executedQty").asString()).isEqualTo("0.04000000");
        assertThat(amended.path("cumulativeQuoteQty").asString()).isEqualTo("1600.00000000");
    }

    @Test
    void bothOrdersOfAPairStayForTheSameQuantity() {
        trader.signed("POST", "/api/v3/orderList/oco", exitPair("1", "52000", "48000", "exit"));
        Trader.Answer answer = amend("origClientOrderId", "exit-target", "newQty", "0.5", "newClientOrderId", "less");

        JsonNode list = answer.body().path("listStatus");
        assertThat(list.path("listClientOrderId").asString()).isEqualTo("exit");
        assertThat(list.path("listOrderStatus").asString()).isEqualTo("EXECUTING");
        assertThat(list.path("orders").findValuesAsString("clientOrderId")).containsExactly("less", "exit-stop");
        assertThat(trader.query("BTCUSDT", "exit-stop").text("origQty")).isEqualTo("0.50000000");
        assertThat(trader.balance("BTC")).isEqualTo("9.50000000 0.50000000");
    }

    @Test
    void isToldAsReplacedWithBothIds() {
        try (Listener listener = userStream(trader)) {
            amend("origClientOrderId", "old", "newQty", "0.06", "newClientOrderId", "new");
            listener.await(
                    message -> message.path("event").path("x").asString("").equals("REPLACED"));
            JsonNode report = listener.events("executionReport").getLast();
            assertThat(report.path("X").asString()).isEqualTo("NEW");
            assertThat(report.path("c").asString()).isEqualTo("new");
            assertThat(report.path("C").asString()).isEqualTo("old");
            assertThat(report.path("q").asString()).isEqualTo("0.06000000");
        }
    }

    @Test
    void everyAmendmentIsRemembered() {
        String id = trader.query("BTCUSDT", "old").text("orderId");
        amend("orderId", id, "newQty", "0.09", "newClientOrderId", "a");
        amend("orderId", id, "newQty", "0.08", "newClientOrderId", "b");
        JsonNode all = amendments(id);

        assertThat(all).hasSize(2);
        assertThat(all.get(1).path("origClientOrderId").asString()).isEqualTo("a");
        assertThat(all.get(1).path("newClientOrderId").asString()).isEqualTo("b");
        assertThat(all.get(1).path("origQty").asString()).isEqualTo("0.09000000");
        assertThat(all.get(1).path("newQty").asString()).isEqualTo("0.08000000");
        String second = all.get(1).path("executionId").asString();
        assertThat(amendments(id, "fromExecutionId", second)).hasSize(1);
        assertThat(amendments(id, "limit", "1").get(0).path("newClientOrderId").asString())
                .isEqualTo("a");
    }

    @Test
    void tenTimesAreEnough() {
        for (int time = 1; time <= 10; time++) {
            String quantity = "0.0" + (100 - time);
            assertThat(amend("origClientOrderId", "old", "newClientOrderId", "old", "newQty", quantity)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(amend("origClientOrderId", "old", "newQty", "0.05").text("msg"))
                .isEqualTo("Filter failure: MAX_NUM_ORDER_AMENDS");
    }

    @ParameterizedTest(name = "{0}={1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "newQty           | 0.2       | -2038 | Order amend (quantity increase) is not supported.",
                "newQty           | 0.1       | -2038 | The requested action would change no state; rejecting.",
                "newQty           | 0.0600001 | -1013 | Filter failure: LOT_SIZE",
                "newQty           | 0.0001    | -1013 | Filter failure: NOTIONAL",
                "newQty           | many      | -1100 | Illegal characters found in parameter 'newQty'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.",
                "newClientOrderId | other     | -2038 | Duplicate order sent.",
                "origClientOrderId| never     | -2038 | Unknown order sent.",
                "symbol           | NOUSDT    | -1121 | Invalid symbol.",
            })
    void refusesInTheVenuesWords(String name, String value, int code, String message) {
        trader.limit("BTCUSDT", "BUY", "0.1", "39000", "other");
        Map<String, String> request = params("symbol", "BTCUSDT", "origClientOrderId", "old", "newQty", "0.06");
        request.put(name, value);
        Trader.Answer answer = trader.signed("PUT", "/api/v3/order/amend/keepPriority", request);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("msg")).isEqualTo(message);
        assertThat(trader.query("BTCUSDT", "old").text("origQty")).isEqualTo("0.10000000");
    }

    @Test
    void bothIdsHaveToBeOfOneOrder() {
        String id = trader.query("BTCUSDT", "old").text("orderId");
        assertThat(amend("orderId", id, "origClientOrderId", "other", "newQty", "0.06")
                        .code())
                .isEqualTo(-2039);
        assertThat(trader.signed(
                                "GET",
                                "/api/v3/order",
                                params("symbol", "BTCUSDT", "orderId", id, "origClientOrderId", "other"))
                        .code())
                .isEqualTo(-2039);
        assertThat(trader.signed("GET", "/api/v3/order/amendments", params("symbol", "BTCUSDT"))
                        .code())
                .isEqualTo(-1102);
    }

    @Test
    void worksOnTheWebSocketApiToo() {
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            JsonNode answer = listener.call(
                    "order.amend.keepPriority",
                    webSocketParams(trader, Map.of("symbol", "BTCUSDT", "origClientOrderId", "old", "newQty", "0.06")));
            JsonNode amended = answer.path("result").path("amendedOrder");
            assertThat(amended.path("clientOrderId").asString()).isNotEqualTo("old");
            JsonNode all = listener.call(
                    "order.amendments",
                    webSocketParams(
                            trader,
                            Map.of(
                                    "symbol",
                                    "BTCUSDT",
                                    "orderId",
                                    amended.path("orderId").asString())));
            assertThat(all.path("result")).hasSize(1);
        }
    }
}

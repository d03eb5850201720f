package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Orders.exitPair;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OrderListsTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    /** What rests would take part of the volume that the next test counts on. */
    @AfterEach
    void cancelAll() {
        trader.signed("DELETE", "/api/v3/openOrders", params("symbol", "BTCUSDT"));
    }

    private Trader.Answer oco(Map<String, String> pair) {
        return trader.signed("POST", "/api/v3/orderList/oco", pair);
    }

    private Trader.Answer otoco(Map<String, String> bracket) {
        return trader.signed("POST", "/api/v3/orderList/otoco", bracket);
    }

    private String status(String clientId) {
        return trader.query("BTCUSDT", clientId).text("status");
    }

    private JsonNode list(String clientListId) {
        return trader.signed("GET", "/api/v3/orderList", params("origClientOrderId", clientListId))
                .body();
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return nodes.valueStream().map(each -> each.path(field).asString()).toList();
    }

    @Test
    void aPairLocksWhatItNeedsOnce() {
        Trader.Answer placed = oco(exitPair("1", "52000", "48000", "pair"));
        assertThat(placed.text("contingencyType")).isEqualTo("OCO");
        assertThat(placed.text("listStatusType")).isEqualTo("EXEC_STARTED");
        assertThat(placed.text("listOrderStatus")).isEqualTo("EXECUTING");
        assertThat(placed.text("listClientOrderId")).isEqualTo("pair");
        assertThat(texts(placed.body().path("orders"), "clientOrderId")).containsExactly("pair-target", "pair-stop");
        assertThat(texts(placed.body().path("orderReports"), "type")).containsExactly("LIMIT_MAKER", "STOP_LOSS");
        assertThat(texts(placed.body().path("orderReports"), "orderListId")).containsOnly(placed.text("orderListId"));
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 1.00000000");
        assertThat(trader.signed("GET", "/api/v3/openOrderList", params())
                        .body()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theTargetOfAPairEndsTheStop() {
        oco(exitPair("1", "52000", "48000", "won"));
        holdPrice("BTCUSDT", "52000.01");
        assertThat(status("won-target")).isEqualTo("FILLED");
        JsonNode stop = trader.query("BTCUSDT", "won-stop").body();
        assertThat(stop.path("status").asString()).isEqualTo("EXPIRED");
        assertThat(stop.path("expiryReason").asString()).isEqualTo("OCO_TRIGGER");
        assertThat(list("won").path("listOrderStatus").asString()).isEqualTo("ALL_DONE");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.00000000");
        assertThat(trader.signed("GET", "/api/v3/openOrderList", params())
                        .body()
                        .size())
                .isZero();
    }

    @Test
    void theStopOfAPairEndsTheTarget() {
        oco(exitPair("1", "52000", "48000", "lost"));
        holdPrice("BTCUSDT", "47000.00");
        assertThat(status("lost-target")).isEqualTo("EXPIRED");
        assertThat(trader.query("BTCUSDT", "lost-stop").text("cummulativeQuoteQty"))
                .isEqualTo("48000.00000000");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.00000000");
    }

    @Test
    void aPartOfTheTargetIsEnoughToEndTheStop() {
        oco(exitPair("1", "52000", "48000", "part"));
        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"52001","quantity":"0.4"}""");
        assertThat(status("part-target")).isEqualTo("PARTIALLY_FILLED");
        assertThat(status("part-stop")).isEqualTo("EXPIRED");
        assertThat(list("part").path("listOrderStatus").asString()).isEqualTo("EXECUTING");
        assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.60000000");
        holdPrice("BTCUSDT", "52001.00");
        assertThat(list("part").path("listOrderStatus").asString()).isEqualTo("ALL_DONE");
    }

    @Test
    void aBracketWaitsUntilItsEntryHasFilledWhole() {
        Trader.Answer placed = otoco(bracket("1", "0.999", "49000", "52000", "48000", "b"));
        assertThat(placed.text("contingencyType")).isEqualTo("OTO");
        assertThat(texts(placed.body().path("orderReports"), "status"))
                .containsExactly("NEW", "PENDING_NEW", "PENDING_NEW");
        assertThat(placed.body().path("orderReports").get(1).path("workingTime").asLong())
                .isEqualTo(-1);
        assertThat(trader.balance("USDT")).isEqualTo("951000.00000000 49000.00000000");
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.00000000");

        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"48999","quantity":"0.4"}""");
        assertThat(status("b-entry")).isEqualTo("PARTIALLY_FILLED");
        assertThat(status("b-stop")).isEqualTo("PENDING_NEW");
        holdPrice("BTCUSDT", "48999.00");
        assertThat(status("b-entry")).isEqualTo("FILLED");
        assertThat(status("b-stop")).isEqualTo("NEW");
        assertThat(status("b-target")).isEqualTo("NEW");
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.99900000");

        holdPrice("BTCUSDT", "52001.00");
        assertThat(status("b-target")).isEqualTo("FILLED");
        assertThat(status("b-stop")).isEqualTo("EXPIRED");
        assertThat(list("b").path("listOrderStatus").asString()).isEqualTo("ALL_DONE");
    }

    @Test
    void anEntryThatFillsAtOnceStillShowsItsExitsAsPending() {
        Trader.Answer placed = otoco(bracket("1", "0.999", "50000", "52000", "48000", "fast"));
        assertThat(texts(placed.body().path("orderReports"), "status"))
                .containsExactly("FILLED", "PENDING_NEW", "PENDING_NEW");
        assertThat(status("fast-stop")).isEqualTo("NEW");
        assertThat(status("fast-target")).isEqualTo("NEW");
    }

    @Test
    void aFallThroughEntryAndStopMeetsBothInTheirOrder() {
        otoco(bracket("1", "0.999", "49000", "52000", "48000", "fall"));
        holdPrice("BTCUSDT", "47000.00");
        assertThat(trader.query("BTCUSDT", "fall-entry").text("cummulativeQuoteQty"))
                .isEqualTo("49000.00000000");
        assertThat(trader.query("BTCUSDT", "fall-stop").text("cummulativeQuoteQty"))
                .isEqualTo("47952.00000000");
        assertThat(status("fall-target")).isEqualTo("EXPIRED");
    }

    @Test
    void exitsThatCannotBePaidAreRejectedWhenTheirTurnComes() {
        Trader poor = trader();
        poor.market("BTCUSDT", "SELL", "10", "all");
        try (Listener listener = userStream(poor)) {
            // The commission comes out of what was bought, so the whole of it is not there to sell.
            poor.signed("POST", "/api/v3/orderList/otoco", bracket("1", "1", "50000", "52000", "48000", "whole"));
            JsonNode done = listener.await(
                    message -> message.path("event").path("l").asString("").equals("ALL_DONE"));
            assertThat(done.path("event").path("r").asString()).isEqualTo("INSUFFICIENT_BALANCES");
            assertThat(listener.events("executionReport").stream()
                            .filter(event -> event.path("x").asString().equals("REJECTED"))
                            .map(event -> event.path("c").asString() + " "
                                    + event.path("r").asString()))
                    .containsExactly("whole-target INSUFFICIENT_BALANCES", "whole-stop INSUFFICIENT_BALANCES");
        }
        assertThat(poor.query("BTCUSDT", "whole-stop").text("status")).isEqualTo("REJECTED");
        assertThat(poor.balance("BTC")).isEqualTo("0.99900000 0.00000000");
    }

    @Test
    void anEntryThatExpiresTakesItsExitsWithIt() {
        Map<String, String> bracket = bracket("1", "1", "49000", "52000", "48000", "ioc");
        bracket.put("workingTimeInForce", "IOC");
        otoco(bracket);
        assertThat(status("ioc-entry")).isEqualTo("EXPIRED");
        assertThat(trader.query("BTCUSDT", "ioc-target").text("expiryReason")).isEqualTo("OTO_PHASE_ONE_EXPIRED");
        assertThat(list("ioc").path("listStatusType").asString()).isEqualTo("ALL_DONE");
    }

    @Test
    void oneOrderMayWaitForAnother() {
        Trader.Answer placed = trader.signed(
                "POST",
                "/api/v3/orderList/oto",
                params(
                        "symbol",
                        "BTCUSDT",
                        "workingType",
                        "LIMIT_MAKER",
                        "workingSide",
                        "SELL",
                        "workingPrice",
                        "51000",
                        "workingQuantity",
                        "0.5",
                        "workingClientOrderId",
                        "first",
                        "pendingType",
                        "MARKET",
                        "pendingSide",
                        "BUY",
                        "pendingQuantity",
                        "0.1",
                        "pendingClientOrderId",
                        "second"));
        assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
        holdPrice("BTCUSDT", "51000.01");
        assertThat(trader.query("BTCUSDT", "second").text("cummulativeQuoteQty"))
                .isEqualTo("5100.00000000");
    }

    @Test
    void cancelingOneOrderCancelsItsList() {
        otoco(bracket("1", "0.999", "49000", "52000", "48000", "c"));
        try (Listener listener = userStream(trader)) {
            Trader.Answer canceled = trader.cancel("BTCUSDT", "c-stop");
            assertThat(canceled.text("listOrderStatus")).isEqualTo("ALL_DONE");
            assertThat(texts(canceled.body().path("orderReports"), "status"))
                    .containsExactly("CANCELED", "CANCELED", "CANCELED");
            assertThat(texts(canceled.body().path("orderReports"), "origClientOrderId"))
                    .containsExactly("c-entry", "c-target", "c-stop");
            listener.await(
                    message -> message.path("event").path("e").asString("").equals("outboundAccountPosition"));
            assertThat(listener.heard(message -> message.has("event")))
                    .extracting(message -> message.path("event").path("e").asString())
                    .containsExactly(
                            "executionReport",
                            "executionReport",
                            "executionReport",
                            "listStatus",
                            "outboundAccountPosition");
        }
        assertThat(trader.balance("USDT")).isEqualTo("1000000.00000000 0.00000000");
        assertThat(trader.cancel("BTCUSDT", "c-entry").code()).isEqualTo(-2011);
    }

    @Test
    void aListIsCanceledByItsOwnNameAndWithAllElse() {
        String id = oco(exitPair("1", "52000", "48000", "named")).text("orderListId");
        Trader.Answer canceled =
                trader.signed("DELETE", "/api/v3/orderList", params("symbol", "BTCUSDT", "listClientOrderId", "named"));
        assertThat(canceled.text("orderListId")).isEqualTo(id);
        assertThat(trader.signed("DELETE", "/api/v3/orderList", params("symbol", "BTCUSDT", "orderListId", id))
                        .code())
                .isEqualTo(-2011);

        oco(exitPair("1", "52000", "48000", "again"));
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "plain");
        JsonNode all = trader.signed("DELETE", "/api/v3/openOrders", params("symbol", "BTCUSDT"))
                .body();
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.valueStream().filter(each -> each.has("orderReports"))).hasSize(1);
        assertThat(trader.signed("GET", "/api/v3/allOrderList", params()).body().size())
                .isEqualTo(2);
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.00000000");
    }

    @Test
    void aBracketIsToldStepByStep() {
        try (Listener listener = userStream(trader)) {
            otoco(bracket("1", "0.999", "49000", "52000", "48000", "t"));
            holdPrice("BTCUSDT", "48999.00");
            holdPrice("BTCUSDT", "52001.00");
            listener.await(
                    message -> message.path("event").path("l").asString("").equals("ALL_DONE"));
            assertThat(listener
                            .heard(message -> !message.path("event")
                                    .path("e")
                                    .asString("outboundAccountPosition")
                                    .equals("outboundAccountPosition"))
                            .stream()
                            .map(message -> told(message.path("event"))))
                    .containsExactly(
                            "t-entry NEW NEW",
                            "t-target NEW PENDING_NEW",
                            "t-stop NEW PENDING_NEW",
                            "OTO EXEC_STARTED EXECUTING 3",
                            "t-entry TRADE FILLED",
                            "t-target NEW NEW",
                            "t-stop NEW NEW",
                            "OTO EXEC_STARTED EXECUTING 3",
                            "t-target TRADE FILLED",
                            "t-stop EXPIRED EXPIRED OCO_TRIGGER",
                            "OTO ALL_DONE ALL_DONE 3");
        }
    }

    private static String told(JsonNode event) {
        if (event.path("e").asString().equals("listStatus")) {
            return event.path("c").asString() + " " + event.path("l").asString() + " "
                    + event.path("L").asString() + " " + event.path("O").size();
        }
        String told = event.path("c").asString() + " " + event.path("x").asString() + " "
                + event.path("X").asString();
        return event.has("eR") ? told + " " + event.path("eR").asString() : told;
    }

    /** A good pair with some parameters changed ({@code name=value}) or left out ({@code name=}). */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "abovePrice=49000                        | -2010 | The relationship of the prices for the orders is not correct.",
                "belowStopPrice=51000                    | -2010 | The relationship of the prices for the orders is not correct.",
                "aboveType=LIMIT,aboveTimeInForce=GTC    | -1158 | Order type not supported in OCO.",
                "belowType=LIMIT_MAKER,belowPrice=48000,belowStopPrice= | -1168 | At least one OCO order must be contingent.",
                "side=BUY                                | -1165 | A limit order in a buy OCO must be below.",
                "aboveType=STOP_LOSS,aboveStopPrice=52000,abovePrice= | -1197 | A stop loss order in a sell OCO must be below.",
                "belowType=TAKE_PROFIT                   | -1199 | A take profit order in a sell OCO must be above.",
                "aboveType=                              | -1102 | Mandatory parameter 'aboveType' was not sent, was empty/null, or malformed.",
                "abovePrice=                             | -1102 | Mandatory parameter 'abovePrice' was not sent, was empty/null, or malformed.",
                "belowPrice=48000                        | -1106 | Parameter 'belowPrice' sent when not required.",
                "quantity=                               | -1102 | Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.",
                "quantity=11                             | -2010 | Account has insufficient balance for requested action.",
                "abovePrice=52000.001                    | -1013 | Filter failure: PRICE_FILTER",
                "belowStopPrice=48000.001                | -1013 | Filter failure: PRICE_FILTER",
                "aboveClientOrderId=refused-stop         | -2010 | Duplicate order sent.",
            })
    void refusesAPairInTheVenuesWords(String changes, int code, String message) {
        Map<String, String> pair = exitPair("1", "52000", "48000", "refused");
        for (String change : changes.strip().split(",")) {
            String[] parts = change.split("=", -1);
            if (parts[1].isEmpty()) {
                pair.remove(parts[0]);
            } else {
                pair.put(parts[0], parts[1]);
            }
        }
        Trader.Answer refused = oco(pair);
        assertThat(refused.text("msg")).isEqualTo(message);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(trader.balance("BTC")).isEqualTo("10.00000000 0.00000000");
    }

    @Test
    void onlySoManyListsMayBeOpen() {
        for (int number = 0; number < 20; number++) {
            assertThat(trader.signed(
                                    "POST",
                                    "/api/v3/orderList/oto",
                                    params(
                                            "symbol",
                                            "BTCUSDT",
                                            "workingType",
                                            "LIMIT",
                                            "workingTimeInForce",
                                            "GTC",
                                            "workingSide",
                                            "BUY",
                                            "workingPrice",
                                            "40000",
                                            "workingQuantity",
                                            "0.01",
                                            "pendingType",
                                            "LIMIT_MAKER",
                                            "pendingPrice",
                                            "60000",
                                            "pendingSide",
                                            "SELL",
                                            "pendingQuantity",
                                            "0.01"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(oco(exitPair("1", "52000", "48000", "one-more")).text("msg"))
                .isEqualTo("Filter failure: MAX_NUM_ORDER_LISTS");
    }

    @Test
    void listsArePlacedAndCanceledOnTheWebSocketApi() {
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            JsonNode placed = listener.call(
                    "orderList.place.oco", webSocketParams(trader, exitPair("1", "52000", "48000", "by-socket")));
            assertThat(placed.path("result").path("orders").size()).isEqualTo(2);
            assertThat(listener.call(
                                    "orderList.status",
                                    webSocketParams(trader, params("origClientOrderId", "by-socket")))
                            .path("result")
                            .path("listOrderStatus")
                            .asString())
                    .isEqualTo("EXECUTING");
            assertThat(listener.call("openOrderLists.status", webSocketParams(trader, Map.of()))
                            .path("result")
                            .size())
                    .isEqualTo(1);
            assertThat(listener.call(
                                    "orderList.cancel",
                                    webSocketParams(
                                            trader, params("symbol", "BTCUSDT", "listClientOrderId", "by-socket")))
                            .path("result")
                            .path("listOrderStatus")
                            .asString())
                    .isEqualTo("ALL_DONE");
        }
    }
}

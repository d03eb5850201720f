package dev.capstan.simulator;

import static dev.capstan.simulator.Orders.bracket;
import static dev.capstan.simulator.Orders.exitPair;
import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What all lists have in common: names, ends, limits, transports. */
class OrderListsTest extends OrderListTests {

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

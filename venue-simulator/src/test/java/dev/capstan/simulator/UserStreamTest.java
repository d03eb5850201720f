package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserStreamTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    @Test
    void aMarketOrderIsReportedNewThenFilledThenTheBalances() {
        try (Listener listener = userStream(trader)) {
            Trader.Answer placed = trader.market("BTCUSDT", "BUY", "0.01", "watched");
            listener.await(
                    message -> message.path("event").path("e").asString("").equals("outboundAccountPosition"));
            List<JsonNode> reports = listener.events("executionReport");
            assertThat(reports.stream().map(report -> report.path("x").asString()))
                    .containsExactly("NEW", "TRADE");
            JsonNode fill = reports.get(1);
            assertThat(fill.path("i").asString()).isEqualTo(placed.text("orderId"));
            assertThat(fill.path("c").asString()).isEqualTo("watched");
            assertThat(fill.path("X").asString()).isEqualTo("FILLED");
            assertThat(fill.path("l").asString()).isEqualTo("0.01000000");
            assertThat(fill.path("L").asString()).isEqualTo("50000.00000000");
            assertThat(fill.path("Y").asString()).isEqualTo("500.00000000");
            assertThat(fill.path("z").asString()).isEqualTo("0.01000000");
            assertThat(fill.path("Z").asString()).isEqualTo("500.00000000");
            assertThat(fill.path("n").asString()).isEqualTo("0.00001000");
            assertThat(fill.path("N").asString()).isEqualTo("BTC");
            assertThat(fill.path("t").asString())
                    .isEqualTo(
                            placed.body().path("fills").get(0).path("tradeId").asString());
            assertThat(reports.get(0).path("t").asLong()).isEqualTo(-1);
            assertThat(reports.get(0).path("N").isNull()).isTrue();
            for (String name : "e E s c S o f q p P F g C x X r i l z L n N T t I w m M O Z Y Q W V".split(" ")) {
                assertThat(fill.has(name)).as(name).isTrue();
            }
            JsonNode balances =
                    listener.events("outboundAccountPosition").getFirst().path("B");
            assertThat(balances.size()).isEqualTo(2);
            assertThat(listener.heard(message -> message.has("event")))
                    .allSatisfy(message ->
                            assertThat(message.path("subscriptionId").asInt(-1)).isZero());
        }
    }

    @Test
    void aCancelIsReportedWithBothIds() {
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "original");
        try (Listener listener = userStream(trader)) {
            trader.signed(
                    "DELETE",
                    "/api/v3/order",
                    params("symbol", "BTCUSDT", "origClientOrderId", "original", "newClientOrderId", "the-cancel"));
            JsonNode report = listener.await(message ->
                            message.path("event").path("x").asString("").equals("CANCELED"))
                    .path("event");
            assertThat(report.path("c").asString()).isEqualTo("the-cancel");
            assertThat(report.path("C").asString()).isEqualTo("original");
        }
    }

    @Test
    void reportsOfOneOrderNeverComeOutOfOrder() {
        try (Listener listener = userStream(trader)) {
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(number -> Thread.startVirtualThread(() -> trade("thread" + number)))
                    .toList();
            for (int step = 0; step < 40; step++) {
                control(
                        "POST",
                        "/control/price",
                        "{\"symbol\":\"BTCUSDT\",\"price\":\"%d\",\"quantity\":\"0.013\"}"
                                .formatted(step % 2 == 0 ? 49_000 : 51_000));
            }
            threads.forEach(UserStreamTest::join);
            listener.await(
                    message -> message.path("event").path("c").asString("").equals("last"));
            Map<Long, Long> executions = new HashMap<>();
            Map<Long, String> executed = new HashMap<>();
            for (JsonNode report : listener.events("executionReport")) {
                long order = report.path("i").asLong();
                String before = executed.getOrDefault(order, "0.00000000");
                assertThat(report.path("I").asLong()).isGreaterThan(executions.getOrDefault(order, 0L));
                assertThat(report.path("z").asString().compareTo(before)).isNotNegative();
                assertThat(executions.containsKey(order))
                        .isEqualTo(!report.path("x").asString().equals("NEW"));
                executions.put(order, report.path("I").asLong());
                executed.put(order, report.path("z").asString());
            }
            assertThat(executions.size()).isGreaterThan(80);
        }
    }

    private void trade(String name) {
        for (int number = 0; number < 20; number++) {
            trader.limit("BTCUSDT", number % 2 == 0 ? "BUY" : "SELL", "0.01", "50000", name + "-" + number);
        }
        if (name.equals("thread0")) {
            trader.market("ETHUSDT", "BUY", "0.01", "last");
        }
        trader.market("ETHUSDT", "BUY", "0.01", name + "-end");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ordersArePlacedQueriedAndCanceledOnTheSameConnection() {
        try (Listener listener = userStream(trader)) {
            JsonNode placed = listener.call(
                    "order.place",
                    webSocketParams(
                            trader,
                            params(
                                    "symbol",
                                    "BTCUSDT",
                                    "side",
                                    "BUY",
                                    "type",
                                    "LIMIT",
                                    "timeInForce",
                                    "GTC",
                                    "quantity",
                                    "0.1",
                                    "price",
                                    "40000",
                                    "newClientOrderId",
                                    "by-socket")));
            assertThat(placed.path("status").asInt()).isEqualTo(200);
            assertThat(placed.path("result").path("status").asString()).isEqualTo("NEW");
            assertThat(placed.path("rateLimits").get(0).path("rateLimitType").asString())
                    .isEqualTo("REQUEST_WEIGHT");
            Map<String, String> byId = params("symbol", "BTCUSDT", "origClientOrderId", "by-socket");
            assertThat(listener.call("order.status", webSocketParams(trader, byId))
                            .path("result")
                            .path("status")
                            .asString())
                    .isEqualTo("NEW");
            assertThat(listener.call("openOrders.status", webSocketParams(trader, Map.of()))
                            .path("result")
                            .size())
                    .isEqualTo(1);
            assertThat(listener.call("order.cancel", webSocketParams(trader, byId))
                            .path("result")
                            .path("status")
                            .asString())
                    .isEqualTo("CANCELED");
            assertThat(listener.call("myTrades", webSocketParams(trader, params("symbol", "BTCUSDT")))
                            .path("result")
                            .size())
                    .isZero();
            assertThat(listener.call("account.status", webSocketParams(trader, Map.of()))
                            .path("result")
                            .path("uid")
                            .asLong())
                    .isPositive();
        }
    }

    @Test
    void publicDataNeedsNoSignature() {
        try (Listener listener = new Listener(venue.webSocketApiUrl() + "?returnRateLimits=false")) {
            assertThat(listener.call("v3/ping", Map.of()).path("result").toString())
                    .isEqualTo("{}");
            JsonNode time = listener.call("time", Map.of());
            assertThat(time.path("result").path("serverTime").asLong()).isPositive();
            assertThat(time.has("rateLimits")).isFalse();
            assertThat(listener.call("exchangeInfo", params("symbol", "BTCUSDT"))
                            .path("result")
                            .path("symbols")
                            .size())
                    .isEqualTo(1);
            assertThat(listener.call("klines", params("symbol", "BTCUSDT", "interval", "1m", "limit", "3"))
                            .path("result")
                            .size())
                    .isEqualTo(3);
        }
    }

    @Test
    void subscriptionsAreListedEndedAndNotTakenTwice() {
        try (Listener listener = userStream(trader)) {
            assertThat(subscribe(listener, trader).path("error").path("code").asInt())
                    .isEqualTo(-2035);
            Trader other = trader();
            assertThat(subscribe(listener, other)
                            .path("result")
                            .path("subscriptionId")
                            .asInt())
                    .isEqualTo(1);
            assertThat(listener.call("session.subscriptions", Map.of())
                            .path("result")
                            .size())
                    .isEqualTo(2);
            assertThat(listener.call("userDataStream.unsubscribe", params("subscriptionId", "0"))
                            .path("status")
                            .asInt())
                    .isEqualTo(200);
            trader.market("BTCUSDT", "BUY", "0.01", "unheard");
            other.market("BTCUSDT", "BUY", "0.01", "heard");
            listener.await(
                    message -> message.path("event").path("c").asString("").equals("heard"));
            List<JsonNode> reports = new ArrayList<>(listener.events("executionReport"));
            assertThat(reports).noneMatch(report -> report.path("c").asString().equals("unheard"));
            assertThat(listener.call("userDataStream.unsubscribe", Map.of())
                            .path("status")
                            .asInt())
                    .isEqualTo(200);
            assertThat(listener.call("userDataStream.unsubscribe", Map.of())
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-2036);
        }
    }

    @Test
    void theEndOfAStreamIsSaidOnIt() {
        try (Listener listener = userStream(trader)) {
            listener.call("userDataStream.unsubscribe", Map.of());
            JsonNode last = listener.await(message -> message.has("event"));
            assertThat(last.path("event").path("e").asString()).isEqualTo("eventStreamTerminated");
            assertThat(last.path("subscriptionId").asInt(-1)).isZero();
        }
    }

    @Test
    void moneyFromOutsideIsToldOf() {
        try (Listener listener = userStream(trader)) {
            control("POST", "/control/transfers", """
                    {"apiKey":"%s","asset":"USDT","deposit":"12.5"}""".formatted(trader.apiKey()));
            control("POST", "/control/transfers", """
                    {"apiKey":"%s","asset":"BTC","withdraw":"1"}""".formatted(trader.apiKey()));
            listener.await(
                    message -> message.path("event").path("d").asString("").equals("-1.00000000"));
            assertThat(listener.events("balanceUpdate").getFirst().path("d").asString())
                    .isEqualTo("12.50000000");
            assertThat(trader.balance("USDT")).isEqualTo("1000012.50000000 0.00000000");
            assertThat(trader.balance("BTC")).isEqualTo("9.00000000 0.00000000");
            Trader.Answer refused = trader.control("POST", "/control/transfers", """
                    {"apiKey":"%s","asset":"BTC","withdraw":"9.1"}""".formatted(trader.apiKey()));
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    private JsonNode subscribe(Listener listener, Trader whom) {
        return listener.call("userDataStream.subscribe.signature", webSocketParams(whom, Map.of()));
    }

    @Test
    void aRefusedRequestIsAnsweredInItsFrame() {
        try (Listener listener = new Listener(venue.webSocketApiUrl())) {
            Map<String, String> params = new HashMap<>(webSocketParams(trader, Map.of()));
            params.put("signature", "00");
            JsonNode refused = listener.call("account.status", params);
            assertThat(refused.path("status").asInt()).isEqualTo(400);
            assertThat(refused.path("error").path("code").asInt()).isEqualTo(-1022);
            assertThat(listener.call("order.dream", Map.of())
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-1020);
            listener.send("no json");
            assertThat(listener.await(message -> message.path("id").isNull())
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-1135);
        }
    }
}

package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrice() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    @AfterEach
    void clear() {
        clearFaults();
    }

    private void fault(String kind, String more) {
        orderFault("{\"kind\":\"%s\",\"apiKey\":\"%s\"%s}".formatted(kind, trader.apiKey(), more));
    }

    @Test
    void aLostAnswerIsOfAnOrderThatWasExecuted() {
        fault("LOSE_ANSWER", "");
        assertThatThrownBy(() -> trader.market("BTCUSDT", "BUY", "0.01", "lost"))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(trader.query("BTCUSDT", "lost").text("status")).isEqualTo("FILLED");
        assertThat(arrivals("lost")).isEqualTo(1);
        assertThat(trader.market("BTCUSDT", "BUY", "0.01", "next").status()).isEqualTo(200);
    }

    @Test
    void aLostAnswerCutsTheWebSocketApi() {
        fault("LOSE_ANSWER", "");
        Listener listener = new Listener(venue.webSocketApiUrl());
        Map<String, String> order = webSocketParams(
                trader,
                params(
                        "symbol",
                        "BTCUSDT",
                        "side",
                        "BUY",
                        "type",
                        "MARKET",
                        "quantity",
                        "0.01",
                        "newClientOrderId",
                        "w"));
        listener.send(Trader.JSON.writeValueAsString(Map.of("id", 1, "method", "order.place", "params", order)));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(listener::isClosed);
        assertThat(trader.query("BTCUSDT", "w").text("status")).isEqualTo("FILLED");
    }

    @Test
    void aHeldSubmitIsDeniedAndThenExecutedInsideItsWindow() {
        fault("HOLD_SUBMIT", ",\"millis\":3000");
        CompletableFuture<Trader.Answer> held =
                CompletableFuture.supplyAsync(() -> trader.market("BTCUSDT", "BUY", "0.01", "held"));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> arrivals("held") == 1);
        assertThat(trader.query("BTCUSDT", "held").code()).isEqualTo(-2013);
        assertThat(trader.signed("GET", "/api/v3/openOrders", params()).body().size())
                .isZero();
        assertThat(trader.signed("GET", "/api/v3/myTrades", params("symbol", "BTCUSDT"))
                        .body()
                        .size())
                .isZero();
        awaitFilled("held");
        assertThat(held).failsWithin(10, TimeUnit.SECONDS);
        assertThat(arrivals("held")).isEqualTo(1);
    }

    @Test
    void aHeldSubmitIsDroppedWhenItsWindowIsOver() {
        fault("HOLD_SUBMIT", ",\"millis\":1200");
        assertThat(heldInAWindowOfOneSecond("late")).failsWithin(5, TimeUnit.SECONDS);
        // The client may hear of its cut connection just before the venue looks at the order again.
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> {
            assertThat(trader.query("BTCUSDT", "late").code()).isEqualTo(-2013);
            return true;
        });
    }

    @Test
    void aHeldSubmitMayBreakTheVenuesOwnRule() {
        fault("HOLD_SUBMIT", ",\"millis\":1200,\"breakWindow\":true");
        assertThat(heldInAWindowOfOneSecond("too-late")).failsWithin(5, TimeUnit.SECONDS);
        awaitFilled("too-late");
    }

    /** A window wide enough to arrive in, also on a busy machine, and over before the fault lets the order go. */
    private CompletableFuture<Trader.Answer> heldInAWindowOfOneSecond(String clientId) {
        Map<String, String> order = params(
                "symbol",
                "BTCUSDT",
                "side",
                "BUY",
                "type",
                "MARKET",
                "quantity",
                "0.01",
                "newClientOrderId",
                clientId,
                "recvWindow",
                "1000");
        return CompletableFuture.supplyAsync(() -> trader.signed("POST", "/api/v3/order", order));
    }

    private void awaitFilled(String clientId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(trader.query("BTCUSDT", clientId).text("status"))
                                .isEqualTo("FILLED"));
    }

    @Test
    void faultsOfOneAccountAreTakenBackAlone() {
        fault("LOSE_ANSWER", ",\"apiKey\":\"one\"");
        fault("LOSE_ANSWER", ",\"apiKey\":\"two\"");
        control("DELETE", "/control/faults?apiKey=one", "");
        JsonNode waiting = control("GET", "/control/faults", "").body();
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.get(0).path("apiKey").asString()).isEqualTo("two");
    }

    @Test
    void breakingTheWindowTakesTwentySecondsUnlessToldOtherwise() {
        fault("HOLD_SUBMIT", ",\"breakWindow\":true");
        assertThat(control("GET", "/control/faults", "")
                        .body()
                        .get(0)
                        .path("millis")
                        .asInt())
                .isEqualTo(20_000);
    }

    @Test
    void aDeniedOrderExistsNevertheless() {
        trader.market("BTCUSDT", "BUY", "0.01", "there");
        fault("DENY_EXISTENCE", ",\"times\":2");
        assertThat(trader.query("BTCUSDT", "never").code()).isEqualTo(-2013);
        assertThat(trader.query("BTCUSDT", "there").code()).isEqualTo(-2013);
        assertThat(trader.query("BTCUSDT", "there").code()).isEqualTo(-2013);
        assertThat(trader.query("BTCUSDT", "there").text("status")).isEqualTo("FILLED");
    }

    @Test
    void aDuplicateReportIsTheSameReportAgain() {
        try (Listener listener = userStream(trader)) {
            fault("DUPLICATE_REPORT", ",\"times\":2");
            trader.market("BTCUSDT", "BUY", "0.01", "twice");
            listener.await(
                    message -> message.path("event").path("e").asString("").equals("outboundAccountPosition"));
            assertThat(listener.events("executionReport").stream()
                            .map(event ->
                                    event.path("x").asString() + event.path("I").asString()))
                    .hasSize(4)
                    .satisfies(reports -> {
                        assertThat(reports.get(1)).isEqualTo(reports.get(0));
                        assertThat(reports.get(3)).isEqualTo(reports.get(2));
                    });
        }
    }

    @Test
    void aDroppedConnectionIsCutAndMayBeKeptOut() {
        try (Listener listener = userStream(trader);
                Listener other = userStream(trader())) {
            fault("DROP_CONNECTION", ",\"millis\":3000");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(listener::isClosed);
            assertThat(other.isClosed()).isFalse();
            assertThatThrownBy(() -> new Listener(venue.webSocketApiUrl())).isInstanceOf(RuntimeException.class);
            Awaitility.await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> {
                userStream(trader).close();
                return true;
            });
        }
    }

    @Test
    void aDelayedAnswerIsOfAnOrderThatWasExecutedAtOnce() {
        fault("DELAY_ANSWER", ",\"millis\":2000");
        CompletableFuture<Trader.Answer> late =
                CompletableFuture.supplyAsync(() -> trader.market("BTCUSDT", "BUY", "0.01", "slow"));
        awaitFilled("slow");
        assertThat(late).isNotDone();
        assertThat(late.join().text("status")).isEqualTo("FILLED");
    }

    @Test
    void aSilentStreamStaysOpenAndSaysNothing() {
        try (Listener listener = userStream(trader)) {
            fault("SILENT_STREAM", "");
            trader.market("BTCUSDT", "BUY", "0.01", "unheard");
            clearFaults();
            trader.market("BTCUSDT", "BUY", "0.01", "heard");
            listener.await(
                    message -> message.path("event").path("X").asString("").equals("FILLED"));
            assertThat(listener.events("executionReport"))
                    .allSatisfy(event -> assertThat(event.path("c").asString()).isEqualTo("heard"));
            assertThat(listener.isClosed()).isFalse();
        }
    }

    @Test
    void aSilenceMayEndByItself() {
        fault("SILENT_STREAM", ",\"millis\":200");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> control("GET", "/control/faults", "").body().size() == 0);
    }

    @Test
    void aServerErrorSaysNothingAboutTheOrder() {
        fault("ERROR_5XX", ",\"executed\":true");
        fault("ERROR_5XX", ",\"executed\":false");
        Trader.Answer executed = trader.market("BTCUSDT", "BUY", "0.01", "done");
        assertThat(executed.status()).isEqualTo(503);
        assertThat(executed.code()).isEqualTo(-1007);
        assertThat(trader.market("BTCUSDT", "BUY", "0.01", "not-done").status()).isEqualTo(503);
        assertThat(trader.query("BTCUSDT", "done").text("status")).isEqualTo("FILLED");
        assertThat(trader.query("BTCUSDT", "not-done").code()).isEqualTo(-2013);
    }

    @Test
    void anUnlistedCodeSaysNothingAboutTheOrderEither() {
        fault("UNLISTED_CODE", "");
        assertThat(trader.market("BTCUSDT", "BUY", "0.01", "odd").code()).isEqualTo(-9999);
        assertThat(trader.query("BTCUSDT", "odd").text("status")).isEqualTo("FILLED");
    }

    @Test
    void aSkewedClockRefusesHonestRequestsUntilCleared() {
        orderFault("{\"kind\":\"CLOCK_SKEW\",\"millis\":-2000}");
        assertThat(trader.account().text("msg"))
                .isEqualTo("Timestamp for this request was 1000ms ahead of the server's time.");
        long serverTime = trader.open("/api/v3/time").body().path("serverTime").asLong();
        assertThat(System.currentTimeMillis() - serverTime).isBetween(1_900L, 4_000L);
        clearFaults();
        assertThat(trader.account().status()).isEqualTo(200);
    }

    @Test
    void aFaultHitsOnlyWhatItIsMeantFor() {
        orderFault("{\"kind\":\"ERROR_5XX\",\"symbol\":\"ETHUSDT\",\"times\":1}");
        assertThat(trader.market("BTCUSDT", "BUY", "0.01", "other").status()).isEqualTo(200);
        assertThat(trader.query("BTCUSDT", "other").status()).isEqualTo(200);
        assertThat(trader.market("ETHUSDT", "BUY", "0.01", "this").status()).isEqualTo(503);
        assertThat(control("GET", "/control/faults", "").body().size()).isZero();
    }

    @Test
    void aFaultCanBeOrderedForCancels() {
        trader.limit("BTCUSDT", "BUY", "0.01", "40000", "keep");
        fault("ERROR_5XX", ",\"target\":\"CANCEL\",\"executed\":true");
        assertThat(trader.cancel("BTCUSDT", "keep").status()).isEqualTo(503);
        assertThat(trader.query("BTCUSDT", "keep").text("status")).isEqualTo("CANCELED");
    }

    @Test
    void badOrdersForFaultsNameTheField() {
        Trader.Answer answer = trader.control("POST", "/control/faults", "{\"kind\":\"EARTHQUAKE\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").get(0).path("field").asString()).isEqualTo("kind");
        assertThat(trader.control("POST", "/control/faults", "{\"kind\":\"LOSE_ANSWER\",\"time\":2}")
                        .body()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("time");
        assertThat(trader.control("POST", "/control/faults", "kind").status()).isEqualTo(400);
    }

    @Test
    void aFaultyLimitRefusesAndExecutesNothing() {
        fault("TOO_MANY_REQUESTS", "");
        Trader.Answer refused = trader.market("BTCUSDT", "BUY", "0.01", "held-back");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(-1003);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(trader.query("BTCUSDT", "held-back").code()).isEqualTo(-2013);
    }

    @Test
    void aBanMeetsEverythingForAWhile() {
        fault("BAN", ",\"millis\":1500");
        assertThat(trader.market("BTCUSDT", "BUY", "0.01", "banned").status()).isEqualTo(418);
        assertThat(trader.account().status()).isEqualTo(418);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> trader.account().status() == 200);
        assertThat(trader.query("BTCUSDT", "banned").code()).isEqualTo(-2013);
    }

    @Test
    void anOrderMayBeFilledByHalf() {
        fault("PARTIAL_FILL", ",\"times\":2");
        Trader.Answer market = trader.market("BTCUSDT", "BUY", "0.03", "half");
        assertThat(market.text("executedQty")).isEqualTo("0.01500000");
        assertThat(market.text("status")).isEqualTo("EXPIRED");
        Trader.Answer limit = trader.limit("BTCUSDT", "BUY", "0.03", "50000", "rest");
        assertThat(limit.text("status")).isEqualTo("PARTIALLY_FILLED");
        assertThat(trader.market("BTCUSDT", "BUY", "0.03", "whole").text("status"))
                .isEqualTo("FILLED");
    }

    @Test
    void reportsMayComeInTheWrongOrder() {
        try (Listener listener = userStream(trader)) {
            fault("REORDER_REPORTS", "");
            trader.market("BTCUSDT", "BUY", "0.01", "upside-down");
            listener.await(
                    message -> message.path("event").path("e").asString("").equals("outboundAccountPosition"));
            assertThat(listener.events("executionReport").stream()
                            .map(event -> event.path("x").asString()))
                    .containsExactly("TRADE", "NEW");
        }
    }

    private long arrivals(String clientId) {
        long count = 0;
        for (JsonNode entry :
                control("GET", "/control/journal?from=1&limit=10000", "").body().path("items")) {
            boolean mine = entry.path("apiKey").asString("").equals(trader.apiKey());
            if (mine
                    && entry.path("parameters")
                            .path("newClientOrderId")
                            .asString("")
                            .equals(clientId)) {
                count++;
            }
        }
        return count;
    }
}

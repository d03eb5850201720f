package dev.capstan.simulator;

import static dev.capstan.simulator.Trader.params;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrdersTest extends SimulatorTests {

    private Trader trader;

    @BeforeEach
    void openAccountAndHoldPrices() {
        trader = trader();
        holdPrice("BTCUSDT", "50000.00");
    }

    @Test
    void aMarketOrderFillsInItsOwnRequestAtThePricePlaying() {
        Trader.Answer answer = trader.market("BTCUSDT", "BUY", "0.02", "first");
        assertThat(answer.text("status")).isEqualTo("FILLED");
        assertThat(answer.text("cummulativeQuoteQty")).isEqualTo("1000.00000000");
        JsonNode fill = answer.body().path("fills").get(0);
        assertThat(fill.path("price").asString()).isEqualTo("50000.00000000");
        assertThat(fill.path("commission").asString()).isEqualTo("0.00002000");
        assertThat(fill.path("commissionAsset").asString()).isEqualTo("BTC");
        assertThat(balance("BTC")).isEqualTo("10.01998000 0.00000000");
        assertThat(balance("USDT")).isEqualTo("999000.00000000 0.00000000");
    }

    @Test
    void aSaleIsChargedInTheQuoteAssetRoundedUp() {
        trader.market("BTCUSDT", "SELL", "0.00011", "sale");
        assertThat(balance("USDT")).isEqualTo("1000005.49450000 0.00000000");
        holdPrice("BTCUSDT", "50000.01");
        assertThat(trader.market("BTCUSDT", "SELL", "0.00011", "odd")
                        .body()
                        .path("fills")
                        .get(0)
                        .path("commission")
                        .asString())
                .isEqualTo("0.00550001");
    }

    @Test
    void aRestingLimitLocksFundsAndFillsAtItsLimitWhenPriceTradesThroughIt() {
        assertThat(trader.limit("BTCUSDT", "BUY", "0.1", "49000", "rest").text("status"))
                .isEqualTo("NEW");
        assertThat(balance("USDT")).isEqualTo("995100.00000000 4900.00000000");

        holdPrice("BTCUSDT", "49000.00");
        assertThat(trader.query("BTCUSDT", "rest").text("status")).isEqualTo("NEW");
        holdPrice("BTCUSDT", "48999.99");

        assertThat(trader.query("BTCUSDT", "rest").text("status")).isEqualTo("FILLED");
        JsonNode trade = trades().get(0);
        assertThat(trade.path("price").asString()).isEqualTo("49000.00000000");
        assertThat(trade.path("isMaker").asBoolean()).isTrue();
        assertThat(balance("USDT")).isEqualTo("995100.00000000 0.00000000");
        assertThat(balance("BTC")).isEqualTo("10.09990000 0.00000000");
    }

    @Test
    void aMarketableLimitTakesThePricePlayingAndNotItsLimit() {
        Trader.Answer answer = trader.limit("BTCUSDT", "BUY", "0.01", "51000", "taker");
        assertThat(answer.text("status")).isEqualTo("FILLED");
        assertThat(answer.text("cummulativeQuoteQty")).isEqualTo("500.00000000");
        assertThat(balance("USDT")).isEqualTo("999500.00000000 0.00000000");
    }

    @Test
    void cancelingUnlocksAndKeepsBothIds() {
        trader.limit("BTCUSDT", "SELL", "1", "60000", "mine");
        assertThat(balance("BTC")).isEqualTo("9.00000000 1.00000000");
        Trader.Answer answer = trader.signed(
                "DELETE",
                "/api/v3/order",
                params("symbol", "BTCUSDT", "origClientOrderId", "mine", "newClientOrderId", "my-cancel"));
        assertThat(answer.text("origClientOrderId")).isEqualTo("mine");
        assertThat(answer.text("clientOrderId")).isEqualTo("my-cancel");
        assertThat(answer.text("status")).isEqualTo("CANCELED");
        assertThat(balance("BTC")).isEqualTo("10.00000000 0.00000000");
        assertThat(trader.query("BTCUSDT", "mine").text("clientOrderId")).isEqualTo("mine");
        assertThat(trader.cancel("BTCUSDT", "mine").code()).isEqualTo(-2011);
    }

    @Test
    void aClientIdIsFreeAgainOnceItsOrderIsClosed() {
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "again");
        Trader.Answer duplicate = trader.limit("BTCUSDT", "BUY", "0.1", "40000", "again");
        assertThat(duplicate.code()).isEqualTo(-2010);
        assertThat(duplicate.text("msg")).isEqualTo("Duplicate order sent.");
        trader.cancel("BTCUSDT", "again");
        Trader.Answer second = trader.market("BTCUSDT", "BUY", "0.1", "again");
        assertThat(second.status()).isEqualTo(200);
        assertThat(trader.query("BTCUSDT", "again").text("orderId")).isEqualTo(second.text("orderId"));
    }

    @Test
    void immediateOrCancelExpiresWhatItDoesNotGet() {
        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"50000","quantity":"0.03"}""");
        Trader.Answer answer = trader.limit("BTCUSDT", "BUY", "0.1", "50000", "ioc", "IOC");
        assertThat(answer.text("status")).isEqualTo("EXPIRED");
        assertThat(answer.text("executedQty")).isEqualTo("0.03000000");
        assertThat(balance("USDT")).isEqualTo("998500.00000000 0.00000000");
    }

    @Test
    void fillOrKillTakesAllOrNothing() {
        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"50000","quantity":"0.03"}""");
        assertThat(trader.limit("BTCUSDT", "BUY", "0.1", "50000", "kill", "FOK").text("executedQty"))
                .isEqualTo("0.00000000");
        assertThat(trader.limit("BTCUSDT", "BUY", "0.03", "50000", "fill", "FOK")
                        .text("status"))
                .isEqualTo("FILLED");
    }

    @Test
    void aPartlyFilledOrderRestsWithTheRestAndObeysCancelRestrictions() {
        trader.limit("BTCUSDT", "BUY", "0.1", "49000", "part");
        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"48000","quantity":"0.04"}""");
        assertThat(trader.query("BTCUSDT", "part").text("status")).isEqualTo("PARTIALLY_FILLED");
        assertThat(balance("USDT")).isEqualTo("995100.00000000 2940.00000000");
        Trader.Answer onlyNew = trader.signed(
                "DELETE",
                "/api/v3/order",
                params("symbol", "BTCUSDT", "origClientOrderId", "part", "cancelRestrictions", "ONLY_NEW"));
        assertThat(onlyNew.text("msg")).isEqualTo("Order was not canceled due to cancel restrictions.");
        assertThat(trader.cancel("BTCUSDT", "part").text("executedQty")).isEqualTo("0.04000000");
        assertThat(balance("USDT")).isEqualTo("998040.00000000 0.00000000");
    }

    @Test
    void listsAndCancelsOpenOrders() {
        trader.limit("BTCUSDT", "BUY", "0.1", "40000", "one");
        trader.limit("BTCUSDT", "BUY", "0.1", "41000", "two");
        trader.limit("ETHUSDT", "BUY", "0.1", "1500", "three");
        assertThat(trader.signed("GET", "/api/v3/openOrders", params("symbol", "BTCUSDT"))
                        .body()
                        .size())
                .isEqualTo(2);
        assertThat(trader.signed("GET", "/api/v3/openOrders", params()).body().size())
                .isEqualTo(3);
        assertThat(trader.signed("DELETE", "/api/v3/openOrders", params("symbol", "BTCUSDT"))
                        .body()
                        .size())
                .isEqualTo(2);
        assertThat(trader.signed("DELETE", "/api/v3/openOrders", params("symbol", "BTCUSDT"))
                        .code())
                .isEqualTo(-2011);
        assertThat(trader.signed("GET", "/api/v3/allOrders", params("symbol", "BTCUSDT"))
                        .body()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void answersAsMuchAsWasAskedFor() {
        Trader.Answer ack = placed("ACK");
        assertThat(ack.body().has("transactTime")).isTrue();
        assertThat(ack.body().has("status")).isFalse();
        Trader.Answer result = placed("RESULT");
        assertThat(result.body().has("status")).isTrue();
        assertThat(result.body().has("fills")).isFalse();
        assertThat(placed("FULL").body().has("fills")).isTrue();
    }

    private Trader.Answer placed(String type) {
        return trader.signed(
                "POST",
                "/api/v3/order",
                params(
                        "symbol",
                        "BTCUSDT",
                        "side",
                        "BUY",
                        "type",
                        "MARKET",
                        "quantity",
                        "0.01",
                        "newOrderRespType",
                        type));
    }

    @Test
    void tradesAreFoundByOrderAndFromAnId() {
        String first = trader.market("BTCUSDT", "BUY", "0.01", "a").text("orderId");
        trader.market("BTCUSDT", "BUY", "0.01", "b");
        assertThat(trades().size()).isEqualTo(2);
        long second = trades().get(1).path("id").asLong();
        assertThat(trader.signed("GET", "/api/v3/myTrades", params("symbol", "BTCUSDT", "orderId", first))
                        .body()
                        .size())
                .isEqualTo(1);
        JsonNode from = trader.signed(
                        "GET", "/api/v3/myTrades", params("symbol", "BTCUSDT", "fromId", Long.toString(second)))
                .body();
        assertThat(from.size()).isEqualTo(1);
        String start = trades().get(0).path("time").asString();
        assertThat(trader.signed("GET", "/api/v3/myTrades", params("symbol", "BTCUSDT", "startTime", start))
                        .body()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aTestOrderIsCheckedAndForgotten() {
        assertThat(trader.signed(
                                "POST",
                                "/api/v3/order/test",
                                params("symbol", "BTCUSDT", "side", "BUY", "type", "MARKET", "quantity", "0.01"))
                        .body()
                        .toString())
                .isEqualTo("{}");
        assertThat(trader.signed("GET", "/api/v3/allOrders", params("symbol", "BTCUSDT"))
                        .body()
                        .size())
                .isZero();
    }

    @Test
    void timesComeInMicrosecondsWhenAskedFor() {
        String query = Trader.encoded(trader.signedParams(params()));
        Trader.Answer answer = trader.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(venue.restUrl() + "/api/v3/account?" + query))
                        .header("X-MBX-APIKEY", trader.apiKey())
                        .header("X-MBX-TIME-UNIT", "MICROSECOND")
                        .build());
        assertThat(answer.text("updateTime")).hasSize(16);
    }

    @Test
    void aReleasedPricePlaysOn() {
        holdPrice("XRPUSDT", "0.1000");
        assertThat(price("XRPUSDT")).isEqualTo("0.10000000");
        control("DELETE", "/control/price?symbol=XRPUSDT", "");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(price("XRPUSDT")).isNotEqualTo("0.10000000"));
    }

    private String price(String symbol) {
        return trader.open("/api/v3/ticker/price?symbol=" + symbol).text("price");
    }

    private JsonNode trades() {
        return trader.signed("GET", "/api/v3/myTrades", params("symbol", "BTCUSDT"))
                .body();
    }

    private String balance(String asset) {
        return trader.balance(asset);
    }
}

package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BookTest extends SimulatorTests {

    private JsonNode depth(String symbol) {
        return trader().open("/api/v3/depth?symbol=" + symbol + "&limit=5").body();
    }

    @Test
    void showsTheMarketAndWhatRestsBehindIt() {
        control("POST", "/control/price", """
                {"symbol":"BTCUSDT","price":"50000","quantity":"3"}""");
        Trader trader = trader();
        trader.limit("BTCUSDT", "BUY", "0.1", "49000", "bid");
        trader.limit("BTCUSDT", "BUY", "0.2", "49000", "another");
        trader.signed(
                "POST",
                "/api/v3/order",
                Orders.order(
                        "SELL", "LIMIT", "1", "berg", "price", "51000", "timeInForce", "GTC", "icebergQty", "0.4"));
        JsonNode depth = depth("BTCUSDT");
        assertThat(depth.path("asks").toString())
                .isEqualTo("[[\"50000.00000000\",\"3.00000000\"],[\"51000.00000000\",\"0.40000000\"]]");
        assertThat(depth.path("bids").toString())
                .isEqualTo("[[\"49999.99000000\",\"3.00000000\"],[\"49000.00000000\",\"0.30000000\"]]");
        JsonNode top = trader.open("/api/v3/ticker/bookTicker?symbol=BTCUSDT").body();
        assertThat(top.path("bidPrice").asString()).isEqualTo("49999.99000000");
        assertThat(top.path("askQty").asString()).isEqualTo("3.00000000");
        assertThat(depth("BTCUSDT").path("lastUpdateId").asLong())
                .as("nothing changed")
                .isEqualTo(depth.path("lastUpdateId").asLong());
        trader.cancel("BTCUSDT", "bid");
        assertThat(depth("BTCUSDT").path("lastUpdateId").asLong())
                .isGreaterThan(depth.path("lastUpdateId").asLong());
    }

    @Test
    void differencesLeadFromASnapshotToTheBookAsItIs() {
        try (Listener listener = new Listener(venue.streamUrl() + "/ws/ethusdt@depth@100ms")) {
            JsonNode snapshot =
                    trader().open("/api/v3/depth?symbol=ETHUSDT&limit=5000").body();
            TreeMap<String, String> bids = new TreeMap<>();
            snapshot.path("bids")
                    .forEach(level ->
                            bids.put(level.get(0).asString(), level.get(1).asString()));
            long at = snapshot.path("lastUpdateId").asLong();
            Trader trader = trader();
            for (int number = 0; number < 5; number++) {
                trader.limit("ETHUSDT", "BUY", "0.1", "1" + number + "00.00", "d" + number);
            }
            holdPrice("ETHUSDT", "2500.00");
            JsonNode last = depth("ETHUSDT");
            listener.await(message ->
                    message.path("u").asLong() >= last.path("lastUpdateId").asLong());
            List<JsonNode> events = listener.heard(message -> message.path("u").asLong() > at);
            assertThat(events.getFirst().path("U").asLong()).isLessThanOrEqualTo(at + 1);
            long previous = -1;
            for (JsonNode event : events) {
                assertThat(previous == -1 || event.path("U").asLong() == previous + 1)
                        .isTrue();
                previous = event.path("u").asLong();
                for (JsonNode level : event.path("b")) {
                    if (level.get(1).asString().equals("0.00000000")) {
                        bids.remove(level.get(0).asString());
                    } else {
                        bids.put(level.get(0).asString(), level.get(1).asString());
                    }
                }
            }
            TreeMap<String, String> expected = new TreeMap<>();
            trader.open("/api/v3/depth?symbol=ETHUSDT&limit=5000")
                    .body()
                    .path("bids")
                    .forEach(level ->
                            expected.put(level.get(0).asString(), level.get(1).asString()));
            assertThat(bids).isEqualTo(expected);
        }
    }

    /** Who asked for the book in between has to hear that it is as it was before. */
    @Test
    void aLevelThatChangedAndChangedBackIsToldToo() {
        try (Listener listener = new Listener(venue.streamUrl() + "/ws/xrpusdt@depth")) {
            holdPrice("XRPUSDT", "0.5000");
            Trader trader = trader();
            trader.limit("XRPUSDT", "BUY", "100", "0.4000", "short-lived");
            long seen = depth("XRPUSDT").path("lastUpdateId").asLong();
            trader.cancel("XRPUSDT", "short-lived");
            assertThat(depth("XRPUSDT").path("lastUpdateId").asLong()).isGreaterThan(seen);
            JsonNode told =
                    listener.await(message -> message.path("b").toString().contains("[\"0.40000000\",\"0.00000000\"]"));
            assertThat(told.path("u").asLong()).isGreaterThan(seen);
        }
    }

    @Test
    void theBestPricesAndTheBestLevelsHaveStreamsOfTheirOwn() {
        try (Listener listener = new Listener(
                venue.streamUrl() + "/stream?streams=solusdt@bookTicker/solusdt@depth5@100ms/solusdt@depth10")) {
            JsonNode top = listener.await(
                            message -> message.path("stream").asString("").equals("solusdt@bookTicker"))
                    .path("data");
            assertThat(top.path("s").asString()).isEqualTo("SOLUSDT");
            assertThat(top.has("e")).isFalse();
            assertThat(Double.parseDouble(top.path("a").asString()))
                    .isGreaterThan(Double.parseDouble(top.path("b").asString()));
            for (String stream : List.of("solusdt@depth5@100ms", "solusdt@depth10")) {
                JsonNode levels = listener.await(
                                message -> message.path("stream").asString("").equals(stream))
                        .path("data");
                assertThat(levels.path("lastUpdateId").asLong()).isPositive();
                assertThat(levels.path("asks").size()).isBetween(1, 10);
            }
        }
    }

    @Test
    void theTapeKeepsTheLastTrades() {
        Trader trader = trader();
        Trader.Answer bought = trader.market("XRPUSDT", "BUY", "100", "mine");
        String tradeId = bought.body().path("fills").get(0).path("tradeId").asString();
        JsonNode trades =
                trader.open("/api/v3/trades?symbol=XRPUSDT&limit=1000").body();
        assertThat(trades.valueStream().map(trade -> trade.path("id").asString()))
                .contains(tradeId);
    }
}

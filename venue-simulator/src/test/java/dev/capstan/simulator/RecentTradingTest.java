package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RecentTradingTest extends SimulatorTests {

    private static BigDecimal number(JsonNode json, String name) {
        return new BigDecimal(json.path(name).asString());
    }

    @Test
    void tellsTheLastDayInWholeAndInShort() {
        JsonNode day = trader().open("/api/v3/ticker/24hr?symbol=BTCUSDT").body();
        assertThat(number(day, "priceChange"))
                .isEqualByComparingTo(number(day, "lastPrice").subtract(number(day, "openPrice")));
        assertThat(number(day, "weightedAvgPrice")).isBetween(number(day, "lowPrice"), number(day, "highPrice"));
        assertThat(number(day, "lastPrice")).isBetween(number(day, "lowPrice"), number(day, "highPrice"));
        assertThat(number(day, "bidPrice")).isLessThan(number(day, "askPrice"));
        assertThat(day.path("closeTime").asLong() - day.path("openTime").asLong())
                .isEqualTo(86_399_999L);
        JsonNode all = trader().open("/api/v3/ticker/24hr?type=MINI&symbols=%5B%22ETHUSDT%22,%22XRPUSDT%22%5D")
                .body();
        assertThat(all.valueStream().map(each -> each.path("symbol").asString()))
                .containsExactly("ETHUSDT", "XRPUSDT");
        assertThat(all.get(0).has("bidPrice")).isFalse();
        assertThat(trader().open("/api/v3/ticker/24hr?type=BOTH").code()).isEqualTo(-1130);
    }

    @Test
    void averagesThePriceOfFiveMinutes() {
        JsonNode average = trader().open("/api/v3/avgPrice?symbol=ETHUSDT").body();
        assertThat(average.path("mins").asInt()).isEqualTo(5);
        List<BigDecimal> edges = new ArrayList<>();
        trader().open("/api/v3/klines?symbol=ETHUSDT&interval=1m&limit=6")
                .body()
                .forEach(row -> {
                    edges.add(new BigDecimal(row.get(2).asString()));
                    edges.add(new BigDecimal(row.get(3).asString()));
                });
        assertThat(number(average, "price"))
                .isBetween(
                        edges.stream().min(BigDecimal::compareTo).orElseThrow(),
                        edges.stream().max(BigDecimal::compareTo).orElseThrow());
        assertThat(trader().open("/api/v3/avgPrice").code()).isEqualTo(-1102);
    }

    @Test
    void aggregatesCarryTheNumbersOfTheirTrades() {
        Trader trader = trader();
        String mine = trader.market("XRPUSDT", "BUY", "100", "aggregate")
                .body()
                .path("fills")
                .get(0)
                .path("tradeId")
                .asString();
        JsonNode found = trader.open("/api/v3/aggTrades?symbol=XRPUSDT&limit=1&fromId=" + mine)
                .body();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("a").asString()).isEqualTo(mine);
        assertThat(found.get(0).path("f").asString()).isEqualTo(mine);
        assertThat(found.get(0).path("q").asString()).isEqualTo("100.00000000");
        assertThat(found.get(0).path("m").asBoolean()).as("the buyer took").isFalse();
        String at = found.get(0).path("T").asString();
        JsonNode then = trader.open("/api/v3/aggTrades?symbol=XRPUSDT&startTime=" + at + "&endTime=" + at)
                .body();
        assertThat(then.valueStream().map(each -> each.path("a").asString())).contains(mine);
        assertThat(trader.open("/api/v3/aggTrades?symbol=XRPUSDT&fromId=1&startTime=" + at)
                        .code())
                .isEqualTo(-1128);
        JsonNode historical = trader.open("/api/v3/historicalTrades?symbol=XRPUSDT&limit=1&fromId=" + mine)
                .body();
        assertThat(historical.get(0).path("id").asString()).isEqualTo(mine);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "8,57600000", "-1:00,3600000", "05:00,68400000"})
    void aDayBeginsWhereTheZoneSays(String zone, long intoTheUtcDay) {
        JsonNode day = trader().open("/api/v3/klines?symbol=BTCUSDT&interval=1d&limit=1&timeZone=" + zone)
                .body()
                .get(0);
        assertThat(day.get(0).asLong() % 86_400_000L).isEqualTo(intoTheUtcDay);
        assertThat(day.get(6).asLong() - day.get(0).asLong()).isEqualTo(86_399_999L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "-13", "8:60", "UTC"})
    void aZoneThatIsNoneIsRefused(String zone) {
        assertThat(trader().open("/api/v3/klines?symbol=BTCUSDT&interval=1d&timeZone=" + zone)
                        .code())
                .isEqualTo(-1130);
    }

    @Test
    void theSameComesAsStreams() {
        String streams = "ethusdt@ticker/ethusdt@miniTicker/ethusdt@avgPrice/ethusdt@aggTrade/ethusdt@trade";
        try (Listener listener = new Listener(venue.streamUrl() + "/stream?streams=" + streams)) {
            for (String event : List.of("24hrTicker", "24hrMiniTicker", "avgPrice", "aggTrade", "trade")) {
                JsonNode data = listener.await(message ->
                                message.path("data").path("e").asString("").equals(event))
                        .path("data");
                assertThat(data.path("s").asString()).isEqualTo("ETHUSDT");
            }
            JsonNode day = listener.heard(
                            message -> message.path("stream").asString("").equals("ethusdt@ticker"))
                    .getFirst()
                    .path("data");
            assertThat(number(day, "b")).isLessThan(number(day, "a"));
            assertThat(number(day, "c")).isBetween(number(day, "l"), number(day, "h"));
        }
    }

    @Test
    void aStreamOfCandlesGoesByTheClockOfItsZone() {
        try (Listener listener = new Listener(venue.streamUrl() + "/ws/ethusdt@kline_1d@+08:00")) {
            JsonNode candle = listener.await(message -> message.has("k")).path("k");
            assertThat(candle.path("t").asLong() % 86_400_000L).isEqualTo(57_600_000L);
            assertThat(candle.path("i").asString()).isEqualTo("1d");
        }
    }
}

package dev.capstan.systemtests.feed;

import dev.capstan.systemtests.dsl.Api;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The candles of one instrument as they are stored with us, and as the venue has them on record. */
final class StoredMinutes {

    private static final int MINUTE = 60;

    private final String venueUrl;
    private final Api api;
    private final String symbol;

    StoredMinutes(String venueUrl, Api api, String symbol) {
        this.venueUrl = venueUrl;
        this.api = api;
        this.symbol = symbol;
    }

    /** Closed candles at the venue, up to a thousand, as lines of a kline file. */
    List<String> recorded() {
        List<JsonNode> rows = new Api(venueUrl, () -> "none")
                .get("/api/v3/klines?interval=1m&limit=1000&symbol=" + symbol)
                .expect(200)
                .body()
                .valueStream()
                .toList();
        // The last one is still running.
        return rows.stream()
                .limit(Math.max(0, rows.size() - 1))
                .map(StoredMinutes::line)
                .toList();
    }

    private static String line(JsonNode row) {
        return IntStream.range(0, row.size())
                .mapToObj(place -> row.path(place).isString()
                        ? new BigDecimal(row.path(place).asString())
                                .stripTrailingZeros()
                                .toPlainString()
                        : row.path(place).asString())
                .collect(Collectors.joining(","));
    }

    /** What we store of the stretch that {@code recorded} covers, in the same form. */
    List<String> stored(List<String> recorded) {
        Instant first = openTime(recorded.getFirst());
        Instant end = openTime(recorded.getLast()).plusSeconds(MINUTE);
        return api.get("/api/candles/export?timeframe=1m&instrumentId=" + symbol + ".BINANCE&marketEpoch=" + epoch()
                        + "&from=" + first + "&to=" + end)
                .expect(200)
                .body()
                .asString()
                .lines()
                .skip(1)
                .toList();
    }

    /** Candles that are missing between the first and the last one stored. */
    long missing() {
        return series().path("missing").asLong();
    }

    /** When the newest closed candle of the venue opened. */
    Instant newestRecorded() {
        return openTime(recorded().getLast());
    }

    static Instant openTime(String line) {
        return Instant.ofEpochMilli(Long.parseLong(line.substring(0, line.indexOf(','))));
    }

    private String epoch() {
        return series().path("marketEpoch").asString();
    }

    private JsonNode series() {
        return api.get("/api/candles/series?limit=1000")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(series -> series.path("instrumentId").asString().equals(symbol + ".BINANCE"))
                .filter(series -> series.path("timeframe").asString().equals("1m"))
                .filter(series -> !series.path("marketEpoch").asString().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + symbol + " is stored"));
    }

    @Override
    public String toString() {
        return symbol;
    }
}

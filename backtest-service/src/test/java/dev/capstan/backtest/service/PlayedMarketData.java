package dev.capstan.backtest.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.fixed.Decimal8;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One series of candles, told of and exported as the service does; every other is not stored. */
final class PlayedMarketData implements AutoCloseable {

    /** The first export of this epoch ends half-way. */
    static final String CUT_ONCE = "cut-once";

    /** An export of this epoch has no end. */
    static final String ENDLESS = "endless";

    private static final String EXPORT = "/api/candles/export";

    private final String instrument;
    private final CandleColumns candles;
    private final HttpServer server;
    private final AtomicInteger exports = new AtomicInteger();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile String gap = "null";

    PlayedMarketData(String instrument, CandleColumns candles) {
        this.instrument = instrument;
        this.candles = candles;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/candles/coverage", exchange -> answer(exchange, this::coverage));
        server.createContext(EXPORT, exchange -> answer(exchange, this::export));
        server.createContext("/api/feeds/symbols", exchange -> answer(exchange, any -> symbols()));
        server.start();
    }

    private interface Body {
        String of(Map<String, String> query);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int exports() {
        return exports.get();
    }

    /** From here on it tells of a gap. */
    void hasAGap(boolean told) {
        gap = told ? "{\"from\":\"2024-01-01T00:10:00Z\",\"to\":\"2024-01-01T00:12:00Z\",\"missing\":3}" : "null";
    }

    boolean isReadWithoutEnd() {
        return begun.getCount() == 0;
    }

    /** Whether a reader of an export without end has gone. */
    boolean isLeft() {
        return left.getCount() == 0;
    }

    private void answerWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        begun.countDown();
        try (OutputStream out = exchange.getResponseBody()) {
            for (long open = candles.openTime(0); ; open += 60_000) {
                out.write((open + ",1,1,1,1,1," + (open + 59_999) + ",0,0,0,0,0\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            left.countDown();
            throw e;
        }
    }

    private void answer(HttpExchange exchange, Body body) throws IOException {
        if (isExportOf(ENDLESS, exchange)) {
            answerWithoutEnd(exchange);
            return;
        }
        Map<String, String> query = query(exchange);
        boolean known = !query.containsKey("instrumentId") || isStored(query);
        byte[] bytes = (known
                        ? body.of(query)
                        : "{\"detail\":\"No candles of " + query.get("instrumentId") + " are stored that give 1m.\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set(
                        "Content-Type",
                        exchange.getRequestURI().getPath().equals(EXPORT) ? "text/csv" : "application/json");
        exchange.sendResponseHeaders(known ? 200 : 404, bytes.length);
        boolean half = isExportOf(CUT_ONCE, exchange) && !cut.getAndSet(true);
        exchange.getResponseBody().write(bytes, 0, half ? bytes.length / 2 : bytes.length);
        exchange.close();
    }

    private boolean isStored(Map<String, String> query) {
        return instrument.equals(query.get("instrumentId"))
                && Set.of("", CUT_ONCE, ENDLESS).contains(query.getOrDefault("marketEpoch", ""));
    }

    private static boolean isExportOf(String epoch, HttpExchange exchange) {
        return exchange.getRequestURI().getPath().equals(EXPORT)
                && epoch.equals(query(exchange).get("marketEpoch"));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private String coverage(Map<String, String> query) {
        int first = row(query.getOrDefault("from", "1970-01-01T00:00:00Z"));
        int last = row(query.getOrDefault("to", "2200-01-01T00:00:00Z")) - 1;
        boolean any = first <= last;
        return "{\"timeframe\":\"1m\",\"storedTimeframe\":\"1m\",\"intervalMillis\":60000,\"revision\":1,"
                + "\"firstOpenTime\":"
                + (any ? time(first) : "null")
                + ",\"lastOpenTime\":" + (any ? time(last) : "null") + ",\"gaps\":" + (gap.equals("null") ? 0 : 1)
                + ",\"missing\":" + (gap.equals("null") ? 0 : 3) + ",\"firstGap\":" + gap + "}";
    }

    private String time(int row) {
        return "\"" + Instant.ofEpochMilli(candles.openTime(row)) + "\"";
    }

    /** The first row that opens then or later. */
    private int row(String time) {
        long millis = Instant.parse(time).toEpochMilli();
        int row = 0;
        while (row < candles.size() && candles.openTime(row) < millis) {
            row++;
        }
        return row;
    }

    private String symbols() {
        return "{\"items\":[{\"instrumentId\":\"" + instrument
                + "\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"tickSize\":\"0.01\",\"lotSize\":\"0.001\","
                + "\"minQuantity\":\"0.001\",\"maxQuantity\":null,\"minNotional\":\"5\"}],\"nextCursor\":null}";
    }

    private String export(Map<String, String> query) {
        exports.incrementAndGet();
        StringBuilder file = new StringBuilder();
        int end = row(query.getOrDefault("to", "2200-01-01T00:00:00Z"));
        for (int row = row(query.getOrDefault("from", "1970-01-01T00:00:00Z")); row < end; row++) {
            file.append(candles.openTime(row)).append(',');
            append(
                    file,
                    candles.open(row),
                    candles.high(row),
                    candles.low(row),
                    candles.close(row),
                    candles.volume(row));
            file.append(candles.openTime(row) + 59_999).append(",0,0,0,0,0\n");
        }
        return file.toString();
    }

    private static void append(StringBuilder file, long... values) {
        for (long value : values) {
            file.append(Decimal8.text(value)).append(',');
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

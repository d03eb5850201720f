package dev.capstan.strategy.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderIds;
import dev.capstan.contracts.id.OrderId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays execution, risk, portfolio and market data, as far as live runs ask them. */
final class PlayedServices implements AutoCloseable {

    static final String INSTRUMENT = "BTCUSDT.BINANCE";

    /** Its prices have more places than anything here counts with. */
    static final String FINE_INSTRUMENT = "PEPEBTC.BINANCE";

    private static final UUID INSTALLATION = UUID.fromString("0b6e9f2e-8a4a-4d43-9b51-3f7c5b1c0d11");

    /** A call that placed an order, or repeated one. */
    record PlacedOrder(OrderId orderId, String clientOrderId, String key, String onBehalfOf, JsonNode body) {}

    private final HttpServer server;
    private final Map<String, PlacedOrder> orders = new ConcurrentHashMap<>();
    private final List<PlacedOrder> calls = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile boolean marketDataAway;
    private volatile String balance = "50000";
    private volatile String marketEpoch = "test";
    private volatile Instant lastOpenTime = Instant.EPOCH;

    PlayedServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ready", exchange -> answer(exchange, down ? 503 : 200, "{}"));
        server.createContext(
                "/internal/installation",
                exchange -> answer(exchange, 200, "{\"installationId\":\"" + INSTALLATION + "\"}"));
        server.createContext(
                "/internal/streams/", exchange -> answer(exchange, 200, "{\"items\":[],\"lastNumber\":0}"));
        server.createContext("/api/orders", this::place);
        server.createContext("/api/balances", exchange -> answer(exchange, 200, balances()));
        server.createContext("/api/feeds/symbols", exchange -> answer(exchange, market(), symbols()));
        server.createContext("/api/feeds/health", exchange -> answer(exchange, market(), feeds()));
        server.createContext("/api/candles/coverage", this::coverage);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Nobody is ready, the feed is stale, the account empty; or all is well. */
    void everythingIsDown(boolean isDown) {
        down = isDown;
        balance = isDown ? "1" : "50000";
    }

    /** market-data-service does not even say which instruments there are. */
    void marketDataIsAway(boolean away) {
        marketDataAway = away;
    }

    private int market() {
        return marketDataAway ? 503 : 200;
    }

    void balance(String quote) {
        balance = quote;
    }

    /** The venue's feed plays this market. */
    void plays(String epoch) {
        marketEpoch = epoch;
    }

    void lastCandle(Instant openTime) {
        lastOpenTime = openTime;
    }

    List<PlacedOrder> calls() {
        return calls;
    }

    private void place(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String user = exchange.getRequestHeaders().getFirst("Capstan-On-Behalf-Of");
        AccountId account = AccountId.parse(body.path("accountId").asString());
        PlacedOrder order = orders.computeIfAbsent(
                key,
                _ -> new PlacedOrder(
                        OrderId.of(UUID.randomUUID()),
                        ClientOrderIds.of(INSTALLATION, account, user, key).text(),
                        key,
                        user,
                        body));
        calls.add(order);
        answer(
                exchange,
                201,
                "{\"orderId\":\"" + order.orderId() + "\",\"clientOrderId\":\"" + order.clientOrderId() + "\"}");
    }

    private String balances() {
        return "{\"items\":[{\"asset\":\"USDT\",\"balance\":\"" + balance
                + "\",\"is_stale\":false,\"data_as_of_timestamp\":\"2026-01-01T00:00:00Z\"}],\"nextCursor\":null}";
    }

    private static String symbols() {
        return "{\"items\":[" + symbol(INSTRUMENT, "0.01") + "," + symbol(FINE_INSTRUMENT, "0.0000000001")
                + "],\"nextCursor\":null}";
    }

    private static String symbol(String instrument, String tick) {
        return "{\"instrumentId\":\"" + instrument + "\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\",\"tickSize\":\""
                + tick
                + "\",\"lotSize\":\"0.001\",\"minQuantity\":\"0.001\",\"maxQuantity\":null,\"minNotional\":\"5\"}";
    }

    private String feeds() {
        return "{\"items\":[{\"venue\":\"BINANCE\",\"marketEpoch\":\"" + marketEpoch
                + "\",\"marketSpeed\":1.0,\"connected\":true,\"stale\":" + down + "}],\"nextCursor\":null}";
    }

    private void coverage(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getQuery().contains("timeframe=1m&")) {
            answer(exchange, 200, "{\"intervalMillis\":60000,\"lastOpenTime\":\"" + lastOpenTime + "\"}");
        } else {
            answer(
                    exchange,
                    400,
                    "{\"code\":\"REQUEST_INVALID\",\"errors\":[{\"field\":\"timeframe\",\"reason\":\"expected 1m\"}]}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.capstan.risk.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderStanding;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.risk.OrderFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Execution's internal API over events that a test writes: streams from any number on, and standings (nothing is ever found). */
final class PlayedExecution {

    private static final Pattern STREAM = Pattern.compile("/internal/streams/([^/]+)/([^/]+)/events");
    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=(\\d+)");

    private final Map<StreamKey, List<OrderEvent>> streams = new ConcurrentHashMap<>();
    private final JsonMapper json = JsonDialect.mapper();
    private final HttpServer server;

    PlayedExecution() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/streams", this::stream);
        server.createContext("/internal/orders/standings", this::standings);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Commits an event: it gets the next number of its key. */
    OrderEvent write(OrderEvent event) {
        List<OrderEvent> stream = streams.computeIfAbsent(event.streamKey(), key -> new CopyOnWriteArrayList<>());
        OrderEvent numbered = OrderFixture.numbered(event, stream.size() + 1L);
        stream.add(numbered);
        return numbered;
    }

    long lastNumber(StreamKey key) {
        return streams.getOrDefault(key, List.of()).size();
    }

    private void stream(HttpExchange exchange) throws IOException {
        Matcher path = STREAM.matcher(exchange.getRequestURI().getPath());
        Matcher after = AFTER.matcher(exchange.getRequestURI().getQuery());
        if (!path.matches() || !after.find()) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        List<OrderEvent> stream = streams.getOrDefault(StreamKey.parse(path.group(1) + "|" + path.group(2)), List.of());
        int from = Math.min(Integer.parseInt(after.group(1)), stream.size());
        answer(exchange, Map.of("items", stream.subList(from, stream.size()), "lastNumber", stream.size()));
    }

    private void standings(HttpExchange exchange) throws IOException {
        Question question = json.readValue(exchange.getRequestBody(), Question.class);
        answer(
                exchange,
                Map.of(
                        "items",
                        question.clientOrderIds().stream()
                                .map(id -> new OrderStanding(id, null, null, 0))
                                .toList()));
    }

    private void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Question(List<ClientOrderId> clientOrderIds) {}
}

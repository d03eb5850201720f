package dev.capstan.portfolio.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.json.JsonDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays execution's record of its streams, which consumers ask when something is missing. */
final class ScriptedExecution implements AutoCloseable {

    private final EventJson json = new EventJson(JsonDialect.mapper());
    private final Map<String, List<OrderEvent>> streams = new ConcurrentHashMap<>();
    private final HttpServer server;

    ScriptedExecution() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/streams/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps the event as execution would; nothing is published by it. */
    OrderEvent keep(OrderEvent event) {
        stream(event.streamKey()).add(event);
        return event;
    }

    /** Execution's record of the last event of the stream was wrong and is corrected. */
    void correctLast(OrderEvent event) {
        List<OrderEvent> stream = stream(event.streamKey());
        stream.set(stream.size() - 1, event);
    }

    private List<OrderEvent> stream(StreamKey key) {
        return streams.computeIfAbsent(key.accountId() + "/" + key.instrumentId(), any -> new CopyOnWriteArrayList<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = path.substring("/internal/streams/".length(), path.length() - "/events".length());
        long after = Long.parseLong(exchange.getRequestURI().getQuery().replaceAll(".*after=([0-9]+).*", "$1"));
        List<OrderEvent> stream = streams.getOrDefault(key, List.of());
        byte[] body = json.write(Map.of(
                "items",
                stream.stream().filter(event -> event.number() > after).toList(),
                "lastNumber",
                stream.size()));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.capstan.kit.consumer.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.json.JsonDialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Execution's streams, served as execution serves them. */
final class FakeExecution implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/internal/streams/([^/]+)/([^/]+)/events");
    private static final Pattern AFTER = Pattern.compile("after=(\\d+)&limit=(\\d+)");

    private final JsonMapper mapper = JsonDialect.mapper();
    private final Map<String, Map<Long, String>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean away;

    FakeExecution() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes the events part of the record, in place of what stood under their numbers. */
    void knows(List<OrderEvent> events) {
        events.forEach(event -> knows(event.streamKey(), event.number(), mapper.writeValueAsString(event)));
    }

    void knows(StreamKey key, long number, String json) {
        streams.computeIfAbsent(key.text(), _ -> new ConcurrentHashMap<>()).put(number, json);
    }

    void isAway(boolean now) {
        away = now;
    }

    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        Matcher query = AFTER.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        if (away || !path.matches() || !query.matches()) {
            exchange.sendResponseHeaders(away ? 503 : 404, -1);
            exchange.close();
            return;
        }
        Map<Long, String> stream = streams.getOrDefault(path.group(1) + "|" + path.group(2), Map.of());
        long after = Long.parseLong(query.group(1));
        String items = stream.entrySet().stream()
                .filter(entry -> entry.getKey() > after)
                .sorted(Map.Entry.comparingByKey())
                .limit(Long.parseLong(query.group(2)))
                .map(Map.Entry::getValue)
                .reduce((one, next) -> one + "," + next)
                .orElse("");
        long last = stream.keySet().stream().mapToLong(number -> number).max().orElse(0);
        byte[] body = ("{\"items\":[" + items + "],\"lastNumber\":" + last + "}").getBytes(StandardCharsets.UTF_8);
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

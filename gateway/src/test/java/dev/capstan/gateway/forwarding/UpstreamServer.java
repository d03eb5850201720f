package dev.capstan.gateway.forwarding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service as the gateway sees one: records what arrives and answers as told. */
public final class UpstreamServer implements AutoCloseable {

    /** Writes the answer; may wait, or close the exchange unanswered. */
    public interface Answerer {
        void answer(HttpExchange exchange, Arrival arrival) throws IOException;
    }

    /** A request as it arrived. */
    public record Arrival(String method, String target, com.sun.net.httpserver.Headers headers, String body) {}

    private final HttpServer server;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private volatile int readyStatus = 200;
    private volatile String readyBody = "{}";
    private volatile String document = "{}";
    private volatile Answerer answerer = (exchange, _) -> send(exchange, 200, "{}");

    public UpstreamServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        HttpHandler handler = this::handle;
        server.createContext("/", handler);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (answersForItself(exchange)) {
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Arrival arrival = new Arrival(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body);
            arrivals.add(arrival);
            answerer.answer(exchange, arrival);
        }
    }

    /** What a gateway asks on its own account counts as no arrival. */
    private boolean answersForItself(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/ready" -> send(exchange, readyStatus, readyBody);
            case "/health" -> send(exchange, 200, "{\"instance\":\"execution-7\",\"version\":\"1.2.3\"}");
            case "/openapi" -> send(exchange, 200, document);
            default -> {
                return false;
            }
        }
        return true;
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public void answers(Answerer next) {
        answerer = next;
    }

    public void answers(int status, String body) {
        answerer = (exchange, _) -> send(exchange, status, body);
    }

    /** What {@code /openapi} says from now on. */
    public void documents(String openapi) {
        document = openapi;
    }

    /** What {@code /ready} says from now on; it is asked all the time and counts as no arrival. */
    public void readyAnswers(int status, String body) {
        readyBody = body;
        readyStatus = status;
    }

    public List<Arrival> arrivals() {
        return arrivals;
    }

    public void forget() {
        arrivals.clear();
        answers(200, "{}");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

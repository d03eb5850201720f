package dev.capstan.simulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A WebSocket client that keeps everything it hears. */
final class Listener implements WebSocket.Listener, AutoCloseable {

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private final List<String> pongs = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile boolean reading = true;
    private int lastId;

    Listener(String url) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), this)
                .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(Trader.JSON.readTree(part.toString()));
            part.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    /** After at most one more message. */
    void stopReading() {
        reading = false;
    }

    void goOnReading() {
        reading = true;
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed = true;
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        pongs.add(StandardCharsets.US_ASCII.decode(message).toString());
        from.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    List<JsonNode> heard() {
        return new ArrayList<>(heard);
    }

    List<JsonNode> heard(Predicate<JsonNode> wanted) {
        return heard.stream().filter(wanted).toList();
    }

    /** The user data events of the type {@code name} so far. */
    List<JsonNode> events(String name) {
        return heard.stream()
                .map(message -> message.path("event"))
                .filter(event -> event.path("e").asString("").equals(name))
                .toList();
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !heard(wanted).isEmpty());
        return heard(wanted).getFirst();
    }

    /** Whether a ping with this payload is answered with the same. */
    boolean isAnswered(String ping) {
        socket.sendPing(ByteBuffer.wrap(ping.getBytes(StandardCharsets.US_ASCII)))
                .join();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !pongs.isEmpty());
        return pongs.equals(List.of(ping));
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Sends {@code text}, or does not when the connection is gone. */
    void trySend(String text) {
        var _ = socket.sendText(text, true).exceptionally(gone -> socket);
    }

    /** Sends a request of the WebSocket API and returns its answer. */
    JsonNode call(String method, Map<String, String> params) {
        String id = "request-" + ++lastId;
        ObjectNode frame = Trader.JSON.createObjectNode().put("id", id).put("method", method);
        ObjectNode json = frame.putObject("params");
        params.forEach(json::put);
        send(frame.toString());
        return await(message -> message.path("id").asString("").equals(id));
    }

    @Override
    public void close() {
        socket.abort();
    }
}

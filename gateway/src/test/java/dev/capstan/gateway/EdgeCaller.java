package dev.capstan.gateway;

import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person with curl in front of one gateway. */
final class EdgeCaller {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;
    private final String bearer;

    EdgeCaller(int port) {
        this(port, TestTokens.shared().bearer("alice", Role.TRADER));
    }

    private EdgeCaller(int port, String bearer) {
        this.port = port;
        this.bearer = bearer;
    }

    int port() {
        return port;
    }

    EdgeCaller as(String user) {
        return new EdgeCaller(port, TestTokens.shared().bearer(user, Role.TRADER));
    }

    EdgeCaller withToken(String token) {
        return new EdgeCaller(port, "Bearer " + token);
    }

    Answer get(String path) {
        return call(path, request -> request.GET());
    }

    /** An order with its key. */
    Answer post(String key, String body) {
        return call(
                "/api/orders",
                request -> request.header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    Answer post(String body) {
        return post(UUID.randomUUID().toString(), body);
    }

    /** Any call; what is set here wins over the token. */
    Answer call(String path, UnaryOperator<HttpRequest.Builder> call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        if (!bearer.isEmpty()) {
            request.header("Authorization", bearer);
        }
        return send(call.apply(request).build());
    }

    EdgeCaller anonymous() {
        return new EdgeCaller(port, "");
    }

    private static Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body());
        }

        String code() {
            return json().path("code").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        boolean isReplayed() {
            return header("Idempotency-Replayed").equals("true");
        }
    }
}

package dev.capstan.systemtests.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** JSON over HTTP at one base URL, as one user. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String baseUrl;
    private final Supplier<String> token;

    public Api(String baseUrl, Supplier<String> token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A write with a key of its own. */
    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
        return write("POST", path, body, idempotencyKey);
    }

    public Answer put(String path, Map<String, ?> body) {
        return write("PUT", path, body, UUID.randomUUID().toString());
    }

    /** A body that is no JSON. */
    public Answer post(String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer delete(String path) {
        return send(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .DELETE());
    }

    private Answer write(String method, String path, Map<String, ?> body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token.get());
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    parse(response.body()),
                    response.headers().firstValue("Idempotency-Replayed").orElse(null));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while calling " + request.build().uri(), interrupted);
        }
    }

    private static JsonNode parse(@Nullable String body) {
        try {
            return JSON.readTree(body == null || body.isBlank() ? "{}" : body);
        } catch (JacksonException notJson) {
            return StringNode.valueOf(body);
        }
    }
}

package dev.capstan.launcher.component;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Small JSON calls to the stack's own addresses. */
public final class JsonHttp {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private JsonHttp() {}

    /** An answer with its status; the body is JSON null when there was none, or none in JSON. */
    public record Answer(int status, JsonNode body) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** This answer, or a failure that shows it. */
        public Answer orFail(String what) {
            if (!isOk()) {
                throw new LaunchFailure(what + " was answered " + status + ": " + body);
            }
            return this;
        }
    }

    public static Answer get(String url, Map<String, String> headers) {
        return send(request(url, headers).GET());
    }

    /** Posts a document made of maps, lists and strings, or JSON text as it is. */
    public static Answer post(String url, Map<String, String> headers, Object document) {
        return write("POST", url, headers, document);
    }

    /** As {@link #post}, replacing what is there. */
    public static Answer put(String url, Map<String, String> headers, Object document) {
        return write("PUT", url, headers, document);
    }

    private static Answer write(String method, String url, Map<String, String> headers, Object document) {
        String json = document instanceof String text ? text : MAPPER.writeValueAsString(document);
        return send(request(url, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Posts what a browser's form would. */
    public static Answer postForm(String url, Map<String, String> headers, String form) {
        return send(request(url, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder request(String url, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !response.body().isBlank();
            JsonNode body = json ? MAPPER.readTree(response.body()) : JsonNodeFactory.instance.nullNode();
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new LaunchFailure("no answer from " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("asking " + request.uri(), e);
        }
    }
}

package dev.capstan.systemtests.fuzz;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A call in the making. Every change gives another one. */
final class Call {

    static final String KEY = "Idempotency-Key";
    static final String TYPE = "Content-Type";
    private static final String AUTHORIZATION = "Authorization";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private record Pair(String name, String value) {

        String encoded() {
            return encode(name) + "=" + encode(value);
        }
    }

    private final Operation operation;
    private final Map<String, String> variables = new TreeMap<>();
    private final List<Pair> query = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private byte @Nullable [] body;

    private Call(Operation operation) {
        this.operation = operation;
    }

    /** Without anything that its operation wants but a key. */
    static Call of(Operation operation) {
        return new Call(operation).again();
    }

    /** The same call as one of its own: a key is for one. */
    Call again() {
        return operation.isWrite() ? header(KEY, UUID.randomUUID().toString()) : copy();
    }

    private Call copy() {
        Call copy = new Call(operation);
        copy.variables.putAll(variables);
        copy.query.addAll(query);
        copy.headers.putAll(headers);
        copy.body = body;
        return copy;
    }

    Call variable(String name, String value) {
        Call copy = copy();
        copy.variables.put(name, value);
        return copy;
    }

    /** Instead of what the parameter had. */
    Call query(String name, String value) {
        return withoutQuery(name).oneMoreQuery(name, value);
    }

    Call oneMoreQuery(String name, String value) {
        Call copy = copy();
        copy.query.add(new Pair(name, value));
        return copy;
    }

    Call withoutQuery(String name) {
        Call copy = copy();
        copy.query.removeIf(pair -> pair.name().equals(name));
        return copy;
    }

    Call header(String name, String value) {
        Call copy = copy();
        copy.headers.put(name, value);
        return copy;
    }

    Call withoutHeader(String name) {
        Call copy = copy();
        copy.headers.remove(name);
        return copy;
    }

    Call token(String token) {
        return header(AUTHORIZATION, "Bearer " + token);
    }

    Call withoutToken() {
        return withoutHeader(AUTHORIZATION);
    }

    Call body(String mediaType, byte[] bytes) {
        Call copy = header(TYPE, mediaType);
        copy.body = bytes.clone();
        return copy;
    }

    Call json(String text) {
        return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    Call json(JsonNode document) {
        return json(JsonMapper.shared().writeValueAsString(document));
    }

    /** The JSON body changed; the call must have one. */
    Call field(UnaryOperator<ObjectNode> change) {
        return json(change.apply((ObjectNode) JsonMapper.shared().readTree(bytes())));
    }

    /** The body as text, empty when there is none. */
    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    boolean hasBody() {
        return body != null;
    }

    private byte[] bytes() {
        return body == null ? new byte[0] : body.clone();
    }

    HttpRequest at(String baseUrl) {
        String path = operation.path();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", encode(variable.getValue()));
        }
        String asked = query.stream().map(Pair::encoded).collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(baseUrl + path + (asked.isEmpty() ? "" : "?" + asked)))
                .timeout(LIMIT)
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

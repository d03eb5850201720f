package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code /api/candles} of a running stack. */
final class CandlesApi {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** As long as the gateway lets an import take, and a little more. */
    private static final Duration LIMIT = Duration.ofSeconds(130);

    private final String base;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    CandlesApi(@Nullable String gateway, String token) {
        if (gateway == null) {
            throw new LaunchFailure("this stack has no gateway");
        }
        this.base = gateway + "/api/candles";
        this.token = token;
    }

    /** A whole list, however many pages it has. */
    JsonNode all(String path, Map<String, String> parameters) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        Map<String, String> asked = new HashMap<>(parameters);
        asked.put("limit", "1000");
        JsonNode next;
        do {
            HttpResponse<InputStream> answer = send(request(path, asked).GET());
            JsonNode page = json(answer);
            page.path("items").forEach(items::add);
            next = page.path("nextCursor");
            asked.put("cursor", next.asString(""));
        } while (next.isString());
        return JsonNodeFactory.instance.objectNode().set("items", items);
    }

    /** Imports a file and returns what came of it. */
    JsonNode send(Map<String, String> parameters, CandlesFile file, Consumer<String> progress) {
        return json(send(request("/imports", parameters)
                .header("Content-Type", file.contentType())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(file.body(progress))));
    }

    /** Writes an export to {@code target} once it is whole, and returns its size. */
    long download(Map<String, String> parameters, Path target) {
        Path file = target.toAbsolutePath();
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (InputStream body =
                    checked(send(request("/export", parameters).GET())).body()) {
                Files.copy(body, draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            return Files.size(file);
        } catch (IOException e) {
            throw new LaunchFailure("the export to " + target + " was broken off: " + e, e);
        }
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path + "?" + query))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new LaunchFailure("no answer from " + base + ": " + e + "; ./capstan status shows what runs", e);
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("asking " + request.uri(), e);
        }
    }

    private static JsonNode json(HttpResponse<InputStream> answer) {
        try (InputStream body = checked(answer).body()) {
            return MAPPER.readTree(body);
        } catch (IOException | JacksonException e) {
            throw new LaunchFailure("the answer could not be read: " + e.getMessage(), e);
        }
    }

    private static HttpResponse<InputStream> checked(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() != 200) {
            try (InputStream body = answer.body()) {
                throw new LaunchFailure(refusal(answer.statusCode(), body.readAllBytes()));
            }
        }
        return answer;
    }

    /** A problem document in words. */
    private static String refusal(int status, byte[] body) {
        try {
            JsonNode problem = MAPPER.readTree(body);
            StringBuilder text = new StringBuilder("refused (" + status + " "
                    + problem.path("code").asString("without a code") + "): "
                    + problem.path("detail").asString(""));
            for (JsonNode error : problem.path("errors")) {
                text.append(System.lineSeparator())
                        .append("  ")
                        .append(error.path("field").asString())
                        .append(": ")
                        .append(error.path("reason").asString());
            }
            return text.toString();
        } catch (JacksonException e) {
            return "answered " + status;
        }
    }
}

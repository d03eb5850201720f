package dev.capstan.systemtests.fuzz;

import dev.capstan.systemtests.dsl.Capstan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many calls got to an operation, as its own service counts them: found by method and path, token and role checked. What is stopped at
 * the gateway, or before the operation was looked up, is not among them.
 */
final class Reached implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Pattern COUNT = Pattern.compile("^api_request_duration_seconds_count\\{(.*)} ([0-9.E]+)$");
    private static final Map<String, Integer> SERVICES = Map.of(
            "gateway",
            2,
            "execution-service",
            2,
            "risk-service",
            2,
            "portfolio-service",
            1,
            "market-data-service",
            1,
            "backtest-service",
            1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<String>> replicas = new TreeMap<>();

    Reached(Capstan capstan) {
        SERVICES.forEach((service, count) -> {
            List<String> urls = new ArrayList<>();
            for (int instance = 1; instance <= count; instance++) {
                urls.add(capstan.url(service, instance));
            }
            JsonNode document = JsonMapper.shared().readTree(read(urls.getFirst() + "/openapi"));
            Operation.of(document).forEach(operation -> replicas.put(operation.name(), urls));
        });
    }

    /** What the services say of themselves, as far as it is for callers from outside. */
    Set<String> published() {
        return replicas.keySet().stream()
                .filter(name -> name.contains(" /api/"))
                .collect(Collectors.toSet());
    }

    /** So many so far, over all replicas. */
    long count(Operation operation) {
        return replicas.getOrDefault(operation.name(), List.of()).stream()
                .flatMap(url -> read(url + "/metrics").lines())
                .mapToLong(line -> count(line, operation))
                .sum();
    }

    private static long count(String line, Operation operation) {
        Matcher matcher = COUNT.matcher(line);
        if (!matcher.matches()) {
            return 0;
        }
        String labels = matcher.group(1);
        boolean counts = labels.contains("uri=\"" + operation.path() + "\"")
                && labels.contains("method=\"" + operation.method() + "\"")
                && !labels.contains("status=\"401\"")
                && !labels.contains("status=\"403\"");
        return counts ? Math.round(Double.parseDouble(matcher.group(2))) : 0;
    }

    private String read(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + url, interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package dev.capstan.bench.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.capstan.bench.figures.Percentiles;
import dev.capstan.bench.stack.BenchStack;
import dev.capstan.bench.stack.FreshToken;
import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.seed.DemoUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backtests as a person starts them: over the gateway, the queue and the worker, until a GET says that they are completed. */
final class ApiRuns {

    private static final String INSTRUMENT = "WALK.BENCH";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int CREATED = 202;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String gateway;
    private final FreshToken token;
    private final ApiCase wanted;

    private ApiRuns(BenchStack stack, ApiCase wanted) {
        this.gateway = stack.gateway();
        this.token = new FreshToken(() -> stack.token(DemoUser.TRADER));
        this.wanted = wanted;
    }

    /** Starts a stack of its own, imports the candles and runs; what comes before the measured runs is not counted. */
    static Percentiles measure(Path repository, Path data, boolean keep, ApiCase wanted, Consumer<String> progress)
            throws IOException, InterruptedException {
        progress.accept("starting a stack of its own");
        try (BenchStack stack = BenchStack.start(repository, data, keep, BenchStack::withRaisedLimits, progress)) {
            ApiRuns runs = new ApiRuns(stack, wanted);
            runs.importCandles();
            progress.accept(wanted.candles() + " candles imported; " + wanted.warmUp() + " runs of warm-up");
            runs.nanos(wanted.warmUp());
            progress.accept(wanted.runs() + " runs");
            return Percentiles.ofNanos(runs.nanos(wanted.runs()));
        }
    }

    private void importCandles() throws IOException, InterruptedException {
        String path = "/api/candles/imports?timeframe=1m&instrumentId=" + INSTRUMENT;
        send(request(path, "text/csv", WalkCsv.of(wanted.seed(), wanted.candles())), OK);
    }

    private long[] nanos(int runs) throws IOException, InterruptedException {
        long[] nanos = new long[runs];
        for (int run = 0; run < runs; run++) {
            long began = System.nanoTime();
            once();
            nanos[run] = System.nanoTime() - began;
        }
        return nanos;
    }

    private void once() throws IOException, InterruptedException {
        String body = """
                {"strategy":{"kind":"sma-cross","parameters":{"fast":"9","slow":"21"}},"instrumentId":"%s","timeframe":"1m",
                 "capital":"10000","tick":"0.01","lot":"0.00001","minNotional":"1"}""".formatted(INSTRUMENT);
        String id = send(request("/api/backtest/start", "application/json", body), CREATED)
                .path("backtestId")
                .asString();
        String state = "PENDING";
        while (!state.equals("COMPLETED")) {
            state = send(get("/api/backtest/status/" + id + "?wait=5s"), OK)
                    .path("state")
                    .asString();
            if (!state.equals("PENDING") && !state.equals("RUNNING") && !state.equals("COMPLETED")) {
                throw new LaunchFailure("a backtest is " + state);
            }
        }
    }

    private HttpRequest request(String path, String type, String body) {
        return to(path).header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                .build();
    }

    private HttpRequest get(String path) {
        return to(path).build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token.value());
    }

    private JsonNode send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new LaunchFailure(request.method() + " " + request.uri() + " was answered " + response.statusCode()
                    + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }
}

package dev.capstan.bench.gateway;

import dev.capstan.bench.figures.Durations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Callers that each send the next request when they have the answer to the last: as many requests as the machine carries. */
final class ClosedLoop {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<String> token;
    private final int connections;

    ClosedLoop(Supplier<String> token, int connections) {
        this.token = token;
        this.connections = connections;
    }

    /**
     * What came back.
     *
     * @param latencies of the answers with status 200
     */
    record Answers(Durations latencies, int good, int errors) {}

    Answers run(URI target, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        Durations latencies = new Durations();
        AtomicInteger good = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < connections; caller++) {
            callers.add(Thread.ofVirtual().name("caller-" + caller).start(() -> {
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    if (ask(target)) {
                        latencies.add(System.nanoTime() - begin);
                        good.incrementAndGet();
                    } else {
                        errors.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        return new Answers(latencies, good.get(), errors.get());
    }

    private boolean ask(URI target) {
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(ANSWER_LIMIT)
                .header("Authorization", "Bearer " + token.get())
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException failure) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.capstan.systemtests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Sends calls to one gateway or the other. */
final class Caller implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> gateways;
    private final RandomGenerator random;

    Caller(List<String> gateways, RandomGenerator random) {
        this.gateways = gateways;
        this.random = random;
    }

    HttpResponse<String> send(Call call) {
        try {
            return client.send(
                    call.at(gateways.get(random.nextInt(gateways.size()))),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a call", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

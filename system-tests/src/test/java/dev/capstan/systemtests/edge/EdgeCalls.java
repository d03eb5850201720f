package dev.capstan.systemtests.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls from an address of their own, at one gateway and the other by turns. */
final class EdgeCalls {

    private static final Pattern LEFT = Pattern.compile("\"([a-z-]+)\";r=([0-9]+);t=([0-9]+)");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** What a policy leaves: so many calls for so many seconds. */
    record Left(long calls, long seconds) {

        static Left of(HttpResponse<String> answer, String policy) {
            Matcher matcher =
                    LEFT.matcher(answer.headers().firstValue("RateLimit").orElse(""));
            while (matcher.find()) {
                if (matcher.group(1).equals(policy)) {
                    return new Left(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
                }
            }
            throw new AssertionError("no " + policy + " in " + answer.headers().map());
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final LimitedGateways gateways;
    private final String address;

    EdgeCalls(LimitedGateways gateways) {
        Random random = new Random();
        this.gateways = gateways;
        this.address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254));
    }

    HttpResponse<String> reads(String token, int call, String path) {
        return send(request(token, call, path));
    }

    /** A write that finds nothing to do. */
    HttpResponse<String> cancels(String token, int call) {
        return send(request(token, call, "/api/orders/cancel-all")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"accountId\":\"" + UUID.randomUUID() + "\"}")));
    }

    private HttpRequest.Builder request(String token, int call, String path) {
        return HttpRequest.newBuilder(URI.create(gateways.url(call) + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("X-Forwarded-For", address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in a call", e);
        }
    }
}

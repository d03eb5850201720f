package dev.capstan.execution.venue.adapter.binance.http;

import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection pool to one address. HTTP/1.1 only, no redirects, no authenticator: nothing in the client has a reason to send a
 * request again.
 */
final class BinanceHttp implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration READ_LIMIT = Duration.ofSeconds(8);
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final URI base;
    private final RequestWeight weight;
    private final HttpClient client;

    BinanceHttp(URI base, Clock clock) {
        this.base = base;
        this.weight = new RequestWeight(clock);
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    RequestWeight weight() {
        return weight;
    }

    /**
     * A GET.
     *
     * @throws NoReplyException when no whole answer came
     * @throws VenueUnavailableException when the venue told us to be quiet for longer than a read may wait
     */
    Reply get(String path, String query, @Nullable String apiKey) {
        pause();
        return getNow(path, query, apiKey);
    }

    /** A GET that does not wait for the request budget. */
    Reply getNow(String path, String query, @Nullable String apiKey) {
        return send(
                request(path + (query.isEmpty() ? "" : "?" + query), apiKey)
                        .GET()
                        .build(),
                READ_LIMIT);
    }

    /** A DELETE with its parameters in the query. Cancels only; may be repeated by the caller. */
    Reply delete(String path, String query, String apiKey) {
        return send(
                request(path + "?" + query, apiKey)
                        .method("DELETE", BodyPublishers.noBody())
                        .build(),
                WRITE_LIMIT);
    }

    /** A POST of a form. */
    Reply post(String path, BodyPublisher form, String apiKey) {
        return send(
                request(path, apiKey)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form)
                        .build(),
                WRITE_LIMIT);
    }

    private HttpRequest.Builder request(String pathAndQuery, @Nullable String apiKey) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + pathAndQuery));
        if (apiKey != null) {
            builder.header("X-MBX-APIKEY", apiKey);
        }
        return builder;
    }

    /** The client's own time limit ends with the headers; ours covers the body too, so half an answer cannot hold a thread. */
    private Reply send(HttpRequest request, Duration limit) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new NoReplyException("no answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new NoReplyException(describe(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoReplyException("interrupted while waiting for the answer", e);
        }
    }

    private Reply read(HttpResponse<String> response) {
        Duration retryAfter = response.statusCode() == 429 || response.statusCode() == 418
                ? Duration.ofSeconds(
                        Headers.wholeNumber(response.headers(), "Retry-After").orElse(1))
                : null;
        weight.observe(response.headers(), retryAfter);
        return new Reply(response.statusCode(), response.body(), retryAfter);
    }

    private static String describe(@Nullable Throwable cause) {
        return cause == null ? "no answer" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private void pause() {
        Duration pause = longer(weight.readPause(), weight.ban());
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new VenueUnavailableException("the request budget is used up for " + pause.toSeconds() + " s");
        }
        if (pause.isPositive()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new VenueUnavailableException("interrupted while waiting for the request budget", e);
            }
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Ends calls that run. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}

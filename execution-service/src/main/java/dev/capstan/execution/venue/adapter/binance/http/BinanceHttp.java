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
    private final RequestBudget budget;
    private final CircuitBreaker breaker;
    private final HttpClient client;

    BinanceHttp(URI base, Clock clock) {
        this.base = base;
        this.budget = new RequestBudget(clock);
        this.breaker = new CircuitBreaker(clock);
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_LIMIT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    RequestBudget budget() {
        return budget;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /**
     * A GET, once the budget has room for it.
     *
     * @throws NoReplyException when no whole answer came
     * @throws VenueUnavailableException when there is none for longer than a read may wait, or the venue answers nobody
     */
    Reply get(Read read, String query, @Nullable String apiKey) {
        if (breaker.isOpen()) {
            throw new VenueUnavailableException("not asked: the venue does not answer");
        }
        await(read);
        try {
            return get(read.path(), query, apiKey);
        } finally {
            budget.settled(read.weight());
        }
    }

    /**
     * The venue's time. Waits for no room, and not for a venue to answer again: by it we find out. A ban is kept to all the same.
     *
     * @throws NoReplyException when no whole answer came
     */
    Reply time() {
        if (budget.ban().isPositive()) {
            throw new NoReplyException("not asked: the venue asked for a pause", null);
        }
        return get("/api/v3/time", "", null);
    }

    private Reply get(String path, String query, @Nullable String apiKey) {
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
            Reply reply = read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            note(reply);
            return reply;
        } catch (TimeoutException e) {
            answer.cancel(true);
            breaker.failed();
            throw new NoReplyException("no answer within " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            breaker.failed();
            throw new NoReplyException(describe(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoReplyException("interrupted while waiting for the answer", e);
        }
    }

    private void note(Reply reply) {
        if (reply.status() >= 500) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
    }

    private Reply read(HttpResponse<String> response) {
        Duration retryAfter = response.statusCode() == 429 || response.statusCode() == 418
                ? Duration.ofSeconds(
                        Headers.wholeNumber(response.headers(), "Retry-After").orElse(1))
                : null;
        budget.observe(response.headers(), retryAfter);
        return new Reply(response.statusCode(), response.body(), retryAfter, response.headers());
    }

    private static String describe(@Nullable Throwable cause) {
        return cause == null ? "no answer" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private void await(Read read) {
        Duration waited = Duration.ZERO;
        Duration pause = budget.admit(read.purpose(), read.weight());
        while (pause.isPositive()) {
            waited = waited.plus(pause);
            if (waited.compareTo(LONGEST_PAUSE) > 0) {
                throw new VenueUnavailableException("not asked: no room for " + read.path()
                        + " in the request budget for " + pause.toMillis() + " ms");
            }
            sleep(pause);
            pause = budget.admit(read.purpose(), read.weight());
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VenueUnavailableException("interrupted while waiting for the request budget", e);
        }
    }

    /** Ends calls that run. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}

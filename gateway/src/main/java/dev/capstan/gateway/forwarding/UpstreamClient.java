package dev.capstan.gateway.forwarding;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One call, at one replica after the other as long as no connection can be opened. Once a connection stands, bytes may have been sent,
 * and the outcome of a lost answer is for the caller to find out with the same key.
 */
@Component
public class UpstreamClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamClient.class);

    private final HttpClient http;
    private final Replicas replicas;
    private final long answerLimit;

    UpstreamClient(Replicas replicas, ForwardingSettings settings) {
        this.replicas = replicas;
        this.answerLimit = settings.answerLimit().toBytes();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Whether the service is part of this installation. */
    public boolean isConfigured(Upstream upstream) {
        return !replicas.of(upstream).isEmpty();
    }

    /**
     * Makes the call. Whoever asks decides what a failure is worth in the logs.
     *
     * @throws ProblemException 502 or 504 when there is no answer; a service's own error is an answer
     */
    public UpstreamAnswer call(Upstream upstream, Function<URI, HttpRequest> requestTo, Duration timeout) {
        return answer(firstOf(replicas.of(upstream), upstream, requestTo, whole(), timeout));
    }

    /** Asks this one replica. */
    public UpstreamAnswer callAt(URI replica, Upstream upstream, HttpRequest request, Duration timeout) {
        return answer(firstOf(List.of(replica), upstream, _ -> request, whole(), timeout));
    }

    /** As {@link #call}, but answers as soon as the body begins. Whoever asks closes it. */
    HttpResponse<InputStream> open(Upstream upstream, Function<URI, HttpRequest> requestTo, Duration timeout) {
        return firstOf(replicas.of(upstream), upstream, requestTo, BodyHandlers.ofInputStream(), timeout);
    }

    private HttpResponse.BodyHandler<byte[]> whole() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), answerLimit);
    }

    private <T> HttpResponse<T> firstOf(
            List<URI> candidates,
            Upstream upstream,
            Function<URI, HttpRequest> requestTo,
            HttpResponse.BodyHandler<T> handler,
            Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (URI replica : candidates) {
            Optional<HttpResponse<T>> answer = attempt(upstream, requestTo.apply(replica), handler, deadline);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw unavailable(
                upstream, candidates.isEmpty() ? "is not configured" : "does not accept connections; nothing was sent");
    }

    /** Empty when no connection could be opened, so that nothing was sent. */
    private <T> Optional<HttpResponse<T>> attempt(
            Upstream upstream, HttpRequest request, HttpResponse.BodyHandler<T> handler, long deadline) {
        var answering = http.sendAsync(request, handler);
        try {
            return Optional.of(answering.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            answering.cancel(true);
            throw ProblemException.retryLater(
                    ProblemCode.UPSTREAM_TIMEOUT,
                    "The " + upstream.serviceName() + " service did not answer in time; the outcome is not known.",
                    1);
        } catch (ExecutionException e) {
            return unconnected(upstream, request, e);
        } catch (InterruptedException _) {
            return interrupted(upstream, answering);
        }
    }

    private static UpstreamAnswer answer(HttpResponse<byte[]> response) {
        return new UpstreamAnswer(
                response.statusCode(), ForwardedHeaders.toCaller(response.headers()), Body.of(response.body()));
    }

    private static <T> Optional<HttpResponse<T>> unconnected(
            Upstream upstream, HttpRequest request, ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            LOG.debug("{} at {}: {}", upstream.serviceName(), request.uri().getAuthority(), cause.toString());
            return Optional.empty();
        }
        if (cause instanceof IOException) {
            ProblemException broken = unavailable(upstream, "broke the connection; the outcome is not known");
            broken.initCause(cause);
            throw broken;
        }
        throw new IllegalStateException("a call to " + upstream.serviceName() + " failed in an unforeseen way", e);
    }

    /** Only a stopping process interrupts; its caller asks another gateway. */
    private static <T> Optional<HttpResponse<T>> interrupted(Upstream upstream, CompletableFuture<?> answering) {
        answering.cancel(true);
        Thread.currentThread().interrupt();
        throw unavailable(upstream, "was not waited for, because the gateway stops; the outcome is not known");
    }

    private static ProblemException unavailable(Upstream upstream, String how) {
        return ProblemException.retryLater(
                ProblemCode.UPSTREAM_UNAVAILABLE, "The " + upstream.serviceName() + " service " + how + ".", 1);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

package dev.capstan.gateway.forwarding;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** An answer of any length, passed on while it comes. One that breaks off is broken off for the caller too. */
final class StreamedAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);
    private static final String PATH = "/api/candles/export";

    private final HttpResponse<InputStream> answer;
    private final Duration limit;

    StreamedAnswer(HttpResponse<InputStream> answer, Duration limit) {
        this.answer = answer;
        this.limit = limit;
    }

    static boolean isWanted(ServerRequest request) {
        return HttpMethod.GET.equals(request.method())
                && PATH.equals(request.servletRequest().getServletPath());
    }

    ServerResponse toResponse() {
        return GatewayServerResponse.status(HttpStatusCode.valueOf(answer.statusCode()))
                .headers(sent -> sent.putAll(ForwardedHeaders.toCaller(answer.headers())))
                .build((_, response) -> {
                    pass(response);
                    return null;
                });
    }

    /** A read that waits for a service that has stopped writing ends when the stream is closed under it. */
    private void pass(HttpServletResponse response) throws IOException {
        Executor atTheLimit = CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS);
        try (InputStream body = answer.body()) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> closeQuietly(body), atTheLimit);
            try {
                body.transferTo(response.getOutputStream());
            } catch (IOException e) {
                LOG.warn("an answer broke off half way: {}", e.toString());
                throw e;
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
            LOG.warn("an answer took longer than it may and was broken off");
        } catch (IOException e) {
            LOG.debug("an answer that took too long is gone already", e);
        }
    }
}

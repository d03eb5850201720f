package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.execution.venue.adapter.binance.protocol.Fields;
import dev.capstan.execution.venue.adapter.binance.protocol.MalformedReplyException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection from its handshake to its end. Frames are handed on as they come; nothing here waits for anybody, because a reader that
 * waits is a stream that falls behind.
 */
final class StreamConnection implements WebSocket.Listener {

    private final Consumer<String> events;
    private final Subscription subscription;
    private final StringBuilder partial = new StringBuilder();
    private final AtomicLong heardAt = new AtomicLong(System.nanoTime());
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private volatile CompletableFuture<@Nullable Void> pong = new CompletableFuture<>();
    private volatile boolean subscribed;

    StreamConnection(Subscription subscription, Consumer<String> events) {
        this.subscription = subscription;
        this.events = events;
    }

    Subscription subscription() {
        return subscription;
    }

    /** Completes with the reason, for people. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** How long nothing at all was heard, pings and pongs included. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt.get());
    }

    /** Completes when the venue answers the next ping. */
    CompletableFuture<@Nullable Void> nextPong() {
        CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
        pong = next;
        return next;
    }

    void subscribed() {
        subscribed = true;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        heard();
        partial.append(data);
        if (last) {
            String frame = partial.toString();
            partial.setLength(0);
            dispatch(frame);
        }
        webSocket.request(1);
        return null;
    }

    /** The answer to the subscription is looked for until it was found; from then on frames are not read here. */
    private void dispatch(String frame) {
        if (subscribed || !isAnswer(frame)) {
            events.accept(frame);
        }
    }

    private boolean isAnswer(String frame) {
        try {
            return subscription.answeredBy(Fields.ofObject(frame));
        } catch (MalformedReplyException e) {
            return false;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        heard();
        return WebSocket.Listener.super.onPing(webSocket, message);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        heard();
        pong.complete(null);
        return WebSocket.Listener.super.onPong(webSocket, message);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        ended.complete("closed by the venue: " + statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        ended.complete("failed: " + error);
    }

    private void heard() {
        heardAt.set(System.nanoTime());
    }
}

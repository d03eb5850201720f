package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.execution.venue.adapter.binance.http.CircuitBreaker;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource.Access;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection with a subscription on it: made whole, or not at all. */
final class StreamLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLink.class);
    private static final Duration GOOD_BYE = Duration.ofMillis(500);

    private final Access access;
    private final StreamConnection connection;
    private final WebSocket socket;
    private final StreamTiming timing;
    private final long openedAt = System.nanoTime();
    private long pingedAt = System.nanoTime();

    private StreamLink(Access access, StreamConnection connection, WebSocket socket, StreamTiming timing) {
        this.access = access;
        this.connection = connection;
        this.socket = socket;
        this.timing = timing;
    }

    /**
     * Connects and subscribes; the venue's circuit learns how it went.
     *
     * @param deliver takes every event frame and must not wait
     */
    static StreamLink open(HttpClient http, Access access, StreamTiming timing, Consumer<String> deliver)
            throws InterruptedException, ExecutionException, TimeoutException {
        CircuitBreaker breaker = access.environment().streamBreaker();
        try {
            StreamLink link = connect(http, access, timing, deliver);
            breaker.succeeded();
            return link;
        } catch (ExecutionException | TimeoutException e) {
            // A refused subscription is an answer: the account's keys are wrong, not the venue.
            if (e.getCause() instanceof StreamRefusedException) {
                breaker.succeeded();
            } else {
                breaker.failed();
            }
            throw e;
        }
    }

    private static StreamLink connect(HttpClient http, Access access, StreamTiming timing, Consumer<String> deliver)
            throws InterruptedException, ExecutionException, TimeoutException {
        StreamConnection connection = new StreamConnection(new Subscription(), deliver);
        WebSocket socket = await(
                http.newWebSocketBuilder()
                        .connectTimeout(timing.handshake())
                        .buildAsync(access.environment().webSocketApi(), connection),
                timing);
        StreamLink link = new StreamLink(access, connection, socket, timing);
        boolean subscribed = false;
        try {
            link.subscribe();
            subscribed = true;
            return link;
        } finally {
            if (!subscribed) {
                link.close();
            }
        }
    }

    private void subscribe() throws InterruptedException, ExecutionException, TimeoutException {
        Instant venueTime = access.environment().nowForReads();
        Subscription subscription = connection.subscription();
        await(socket.sendText(subscription.request(access.credential(), venueTime), true), timing);
        await(subscription.accepted(), timing);
        connection.subscribed();
    }

    /** Completes with the reason, for people. */
    CompletableFuture<String> ended() {
        return connection.ended();
    }

    boolean isSilent() {
        return connection.silence().compareTo(timing.stale()) >= 0;
    }

    /** Whether orders could be sent beside it: REST is another API, with a life of its own. */
    boolean venueTakesCalls() {
        return !access.environment().restBreaker().isOpen();
    }

    /** Whether it speaks for the keys of {@code other}; two who ask at once for an account's first access get two objects of one version. */
    boolean isOf(Access other) {
        return access.keysVersion() == other.keysVersion() && access.environment() == other.environment();
    }

    /** Whether it has lived for as long as we let a connection live: the venue would cut it an hour later. */
    boolean isOld() {
        return since(openedAt).compareTo(timing.life()) >= 0;
    }

    /** Keeps something to be heard: a ping that fails is one that is not answered, and the silence says it. */
    void pingWhenDue() throws InterruptedException {
        if (since(pingedAt).compareTo(timing.ping()) >= 0) {
            pingedAt = System.nanoTime();
            ping();
        }
    }

    /**
     * Whether everything the venue wrote on this connection up to now has been delivered: its answer to a ping comes after all of it.
     */
    boolean isHeardOut() throws InterruptedException {
        CompletableFuture<@Nullable Void> pong = connection.nextPong();
        ping();
        try {
            await(pong, timing);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void ping() throws InterruptedException {
        try {
            await(socket.sendPing(ByteBuffer.allocate(0)), timing);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("No ping: {}", e.toString());
        }
    }

    /** Says good-bye, and does not wait for an answer. */
    @Override
    public void close() {
        try {
            if (!socket.isOutputClosed()) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Nobody to say good-bye to: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> step, StreamTiming timing)
            throws InterruptedException, ExecutionException, TimeoutException {
        return step.get(timing.handshake().toMillis(), TimeUnit.MILLISECONDS);
    }
}

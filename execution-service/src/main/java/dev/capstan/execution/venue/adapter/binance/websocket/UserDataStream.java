package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource.Access;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
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

/**
 * Keeps one account's stream up for as long as its session is owned.
 *
 * <p>Connected is not enough: a connection on which nothing at all is heard, not even the answer to our ping, is stale and is replaced.
 * After each subscription the account is reported as having a gap, because the venue replays nothing.
 */
final class UserDataStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UserDataStream.class);
    private static final Duration GOOD_BYE = Duration.ofMillis(500);

    private final AccountId accountId;
    private final StreamSource source;
    private final HttpClient http;
    private final ReportGaps gaps;
    private final StreamEvents events;
    private final Timing timing;
    private final Consumer<String> deliver;
    private final Runnable onSubscribed;
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private volatile @Nullable StreamConnection live;
    private volatile boolean closed;

    /**
     * Starts to connect.
     *
     * @param deliver takes every event frame and must not wait
     * @param onSubscribed called on each new subscription, before the account counts as connected
     */
    UserDataStream(
            AccountId accountId,
            StreamSource source,
            HttpClient http,
            ReportGaps gaps,
            StreamEvents events,
            Timing timing,
            Consumer<String> deliver,
            Runnable onSubscribed) {
        this.accountId = accountId;
        this.source = source;
        this.http = http;
        this.gaps = gaps;
        this.events = events;
        this.timing = timing;
        this.deliver = deliver;
        this.onSubscribed = onSubscribed;
        this.thread = Thread.ofVirtual().name("stream-" + accountId).unstarted(this::keepUp);
    }

    void start() {
        thread.start();
    }

    boolean isUp() {
        StreamConnection connection = live;
        return connection != null && connection.silence().compareTo(timing.stale()) < 0;
    }

    /** Ends the connection, which brings the next one. */
    void reconnect(String reason) {
        StreamConnection connection = live;
        if (connection != null) {
            connection.ended().complete(reason);
        }
    }

    private void keepUp() {
        try {
            while (!closed) {
                once();
                if (closed) {
                    return;
                }
                Duration wait = backoff.next();
                if (backoff.isAlarming()) {
                    events.streamStaysDown(accountId);
                }
                Thread.sleep(wait.multipliedBy(timing.backoffUnit().toMillis()).dividedBy(1000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            Access access = source.access(accountId);
            StreamConnection connection = new StreamConnection(new Subscription(), deliver);
            String reason = live(access, connection);
            LOG.info("Stream of account {} ended: {}", accountId, reason);
        } catch (VenueUnavailableException | ExecutionException | TimeoutException e) {
            LOG.warn("No stream for account {}: {}", accountId, describe(e));
        } catch (RuntimeException e) {
            LOG.error("No stream for account {}", accountId, e);
        }
    }

    private String live(Access access, StreamConnection connection)
            throws InterruptedException, ExecutionException, TimeoutException {
        WebSocket socket = await(http.newWebSocketBuilder()
                .connectTimeout(timing.handshake())
                .buildAsync(access.environment().webSocketApi(), connection));
        try {
            subscribe(access, connection, socket);
            events.streamUp(accountId);
            return watch(access, connection, socket);
        } finally {
            live = null;
            end(socket);
        }
    }

    /** The gap is reported before the account counts as connected, so nobody sees it ready in between. */
    private void subscribe(Access access, StreamConnection connection, WebSocket socket)
            throws InterruptedException, ExecutionException, TimeoutException {
        Instant venueTime = access.environment().nowForReads();
        await(socket.sendText(connection.subscription().request(access.credential(), venueTime), true));
        await(connection.subscription().accepted());
        connection.subscribed();
        gaps.reportsMayBeMissing(accountId, "stream connected");
        onSubscribed.run();
        backoff.reset();
        live = connection;
    }

    private String watch(Access access, StreamConnection connection, WebSocket socket)
            throws InterruptedException, ExecutionException {
        Instant nextPing = Instant.now().plus(timing.ping());
        while (true) {
            try {
                return connection.ended().get(timing.tick().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (connection.silence().compareTo(timing.stale()) >= 0) {
                    return "silent for " + timing.stale().toSeconds() + " s";
                }
                if (!source.access(accountId).equals(access)) {
                    return "the account's keys were replaced";
                }
                if (!Instant.now().isBefore(nextPing)) {
                    ping(socket);
                    nextPing = Instant.now().plus(timing.ping());
                }
            }
        }
    }

    /** A ping that fails is one that is not answered: the silence says it. */
    private void ping(WebSocket socket) throws InterruptedException {
        try {
            await(socket.sendPing(ByteBuffer.allocate(0)));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("No ping to account {}'s stream: {}", accountId, e.toString());
        }
    }

    /** Says good-bye, and does not wait for an answer. */
    private static void end(WebSocket socket) throws InterruptedException {
        try {
            if (!socket.isOutputClosed()) {
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Nobody to say good-bye to: {}", e.toString());
        } finally {
            socket.abort();
        }
    }

    private <T extends @Nullable Object> T await(CompletableFuture<T> step)
            throws InterruptedException, ExecutionException, TimeoutException {
        return step.get(timing.handshake().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String describe(Exception failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : cause.toString();
    }

    /** A connection that lives is left to end politely; one that is still being made, or waited for, is dropped. */
    @Override
    public void close() {
        closed = true;
        if (live == null) {
            thread.interrupt();
        } else {
            reconnect("session ended");
        }
    }

    /** All waiting there is in a stream's life. */
    record Timing(Duration handshake, Duration tick, Duration ping, Duration stale, Duration backoffUnit) {

        static final Timing REAL = new Timing(
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1));
    }
}

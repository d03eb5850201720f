package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource.Access;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamState.Down;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
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
 * After each new start the account is reported as having a gap, because the venue replays nothing. A connection whose end is known before,
 * by its age or by the venue's word, is replaced without one: the next is subscribed before the last is left, and what both report is a
 * repeat.
 */
final class UserDataStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UserDataStream.class);

    private final AccountId accountId;
    private final StreamSource source;
    private final HttpClient http;
    private final ReportGaps gaps;
    private final StreamEvents events;
    private final StreamTiming timing;
    private final Consumer<String> deliver;
    private final Runnable onSubscribed;
    private final Backoff backoff = new Backoff();
    private final Backoff replacing = new Backoff();
    private final Thread thread;
    private long nextReplacement;
    private volatile @Nullable StreamLink live;
    private volatile Down down = new Down("not connected yet", false);
    private volatile boolean endAnnounced;
    private volatile boolean closed;

    /**
     * Starts to connect.
     *
     * @param deliver takes every event frame and must not wait
     * @param onSubscribed called on each new start, before the account counts as connected
     */
    UserDataStream(
            AccountId accountId,
            StreamSource source,
            HttpClient http,
            ReportGaps gaps,
            StreamEvents events,
            StreamTiming timing,
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
        StreamLink link = live;
        return link != null && !link.isSilent();
    }

    StreamState state() {
        StreamLink link = live;
        if (link == null) {
            return down;
        }
        return link.isSilent() ? new Down(silence(), false) : new StreamState.Up();
    }

    private String silence() {
        return "silent for " + timing.stale().toSeconds() + " s";
    }

    /** Whether an order could be sent now and heard of. */
    boolean isReady() {
        StreamLink link = live;
        return link != null && !link.isSilent() && link.venueTakesCalls();
    }

    /** Ends the connection, which brings the next one. */
    void reconnect(String reason) {
        StreamLink link = live;
        if (link != null) {
            link.ended().complete(reason);
        }
    }

    /** Has another connection take over while this one still works. */
    void replaceSoon() {
        endAnnounced = true;
    }

    private void keepUp() {
        try {
            while (!closed) {
                boolean tried = once();
                if (closed) {
                    return;
                }
                Thread.sleep(tried ? afterFailure() : timing.tick());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the circuit is open it says who asks when, and longer waits than that would only delay the return. */
    private Duration afterFailure() {
        Duration wait = backoff.next();
        if (backoff.isAlarming()) {
            events.streamStaysDown(accountId, down.reason());
        }
        return isCircuitOpen() ? timing.tick() : scaled(wait);
    }

    private boolean isCircuitOpen() {
        try {
            return source.access(accountId).environment().streamBreaker().isOpen();
        } catch (VenueUnavailableException e) {
            return false;
        }
    }

    /** Whether a connection was tried; not while the venue answers nobody and it is another one's turn to ask. */
    private boolean once() throws InterruptedException {
        try {
            Access access = source.access(accountId);
            if (!access.environment().streamBreaker().tryCall()) {
                return false;
            }
            String reason = live(StreamLink.open(http, access, timing, deliver));
            down = new Down(reason, false);
            LOG.info("Stream of account {} ended: {}", accountId, reason);
        } catch (VenueUnavailableException | ExecutionException | TimeoutException e) {
            down = new Down(describe(e), isAccountsOwn(e));
            LOG.warn("No stream for account {}: {}", accountId, describe(e));
        } catch (RuntimeException e) {
            down = new Down(e.toString(), false);
            LOG.error("No stream for account {}", accountId, e);
        }
        return true;
    }

    /** The gap is reported before the account counts as connected, so nobody sees it ready in between. */
    private String live(StreamLink first) throws InterruptedException, ExecutionException {
        StreamLink link = first;
        try {
            gaps.reportsMayBeMissing(accountId, "stream connected");
            onSubscribed.run();
            backoff.reset();
            take(link);
            while (true) {
                Optional<String> end = watch(link);
                if (end.isPresent()) {
                    return end.get();
                }
                link = replace(link).orElse(link);
            }
        } finally {
            StreamLink last = live;
            live = null;
            link.close();
            if (last != null) {
                last.close();
            }
        }
    }

    private void take(StreamLink link) {
        endAnnounced = false;
        replacing.reset();
        nextReplacement = System.nanoTime();
        live = link;
        events.streamUp(accountId);
    }

    /** Returns why the connection ended, or empty when it should be replaced. */
    private Optional<String> watch(StreamLink link) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return Optional.of(link.ended().get(timing.tick().toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (closed) {
                    return Optional.of("session ended");
                }
                if (link.isSilent()) {
                    return Optional.of(silence());
                }
                if (!link.isOf(source.access(accountId))) {
                    return Optional.of("the account's keys were replaced");
                }
                if ((endAnnounced || link.isOld()) && System.nanoTime() - nextReplacement >= 0) {
                    return Optional.empty();
                }
                link.pingWhenDue();
            }
        }
    }

    /** Empty when no other connection could be made: this one goes on for as long as it does. */
    private Optional<StreamLink> replace(StreamLink old) throws InterruptedException {
        try {
            StreamLink next = StreamLink.open(http, source.access(accountId), timing, deliver);
            take(next);
            if (!old.isHeardOut()) {
                gaps.reportsMayBeMissing(accountId, "the connection before ended without its last word");
            }
            old.close();
            LOG.info("Stream of account {} goes on over a new connection", accountId);
            return Optional.of(next);
        } catch (VenueUnavailableException | ExecutionException | TimeoutException e) {
            LOG.warn("No new connection for the stream of account {} yet: {}", accountId, describe(e));
            nextReplacement = System.nanoTime() + scaled(replacing.next()).toNanos();
            return Optional.empty();
        }
    }

    private Duration scaled(Duration wait) {
        return wait.multipliedBy(timing.backoffUnit().toMillis()).dividedBy(1000);
    }

    private static String describe(Exception failure) {
        Throwable cause = failure.getCause();
        return switch (cause) {
            case StreamRefusedException refused -> "refused by the venue: " + refused.getMessage();
            case null ->
                failure instanceof VenueUnavailableException
                        ? String.valueOf(failure.getMessage())
                        : failure.toString();
            default -> cause.toString();
        };
    }

    /** The venue does not want its keys, or we have none to ask with. */
    private static boolean isAccountsOwn(Exception failure) {
        return failure instanceof VenueUnavailableException
                || (failure.getCause() instanceof StreamRefusedException refused && refused.isForItsKeys());
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
}

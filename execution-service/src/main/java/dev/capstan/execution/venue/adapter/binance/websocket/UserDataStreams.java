package dev.capstan.execution.venue.adapter.binance.websocket;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.SessionParticipant;
import dev.capstan.execution.venue.adapter.binance.websocket.ReportDelivery.Endings;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.StreamedReports;
import dev.capstan.execution.venue.domain.VenueBalance;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.DisposableBean;

/** One stream for each session this replica owns. */
public final class UserDataStreams implements SessionParticipant, DisposableBean {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final StreamSource source;
    private final StreamedReports intake;
    private final ReportGaps gaps;
    private final StreamEvents events;
    private final StreamTiming timing;
    private final int capacity;
    private final HttpClient http;
    private final LongAdder delivered = new LongAdder();
    private final Map<AccountId, Line> lines = new ConcurrentHashMap<>();

    public UserDataStreams(StreamSource source, StreamedReports intake, ReportGaps gaps, StreamEvents events) {
        this(source, intake, gaps, events, StreamTiming.REAL, ReportDelivery.CAPACITY);
    }

    UserDataStreams(
            StreamSource source,
            StreamedReports intake,
            ReportGaps gaps,
            StreamEvents events,
            StreamTiming timing,
            int capacity) {
        this.source = source;
        this.intake = intake;
        this.gaps = gaps;
        this.events = events;
        this.timing = timing;
        this.capacity = capacity;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** A takeover after a takeover starts anew: the line of the earlier fence is gone first. */
    @Override
    public void owned(SessionOwnership ownership) {
        lost(ownership.accountId());
        Line line = new Line(ownership.accountId());
        lines.put(ownership.accountId(), line);
        line.stream.start();
    }

    @Override
    public void lost(AccountId accountId) {
        Line line = lines.remove(accountId);
        if (line != null) {
            line.close();
        }
    }

    @Override
    public boolean isReady(AccountId accountId) {
        Line line = lines.get(accountId);
        return line != null && line.stream.isReady();
    }

    public boolean isUp(AccountId accountId) {
        Line line = lines.get(accountId);
        return line != null && line.stream.isUp();
    }

    /** How the stream of {@code accountId} is; down where there is none. */
    public StreamState state(AccountId accountId) {
        Line line = lines.get(accountId);
        return line == null ? new StreamState.Down("not started", false) : line.stream.state();
    }

    /** Balances while the stream keeps them current; otherwise empty. */
    public Optional<List<VenueBalance>> balances(AccountId accountId) {
        Line line = lines.get(accountId);
        return line != null && line.stream.isUp() ? line.balances.current() : Optional.empty();
    }

    /** A snapshot somebody read; {@code askedAt} by the venue's time. */
    public void learnBalances(AccountId accountId, List<VenueBalance> snapshot, Instant askedAt) {
        Line line = lines.get(accountId);
        if (line != null) {
            line.balances.replace(snapshot, askedAt);
        }
    }

    /** Events that the streams brought and that are not stored yet. */
    public long undelivered() {
        return lines.values().stream()
                .mapToLong(line -> line.delivery.undelivered())
                .sum();
    }

    /** Events that were stored, or became a gap, since the start. */
    public long delivered() {
        return delivered.sum();
    }

    @Override
    public void destroy() {
        List.copyOf(lines.keySet()).forEach(this::lost);
        http.shutdownNow();
    }

    /** A stream with what hangs on it. */
    private final class Line implements AutoCloseable {

        private final BalanceBook balances = new BalanceBook();
        private final UserDataStream stream;
        private final ReportDelivery delivery;

        Line(AccountId accountId) {
            ExecutionReports reports = new ExecutionReports(
                    accountId, id -> source.access(accountId).environment().rules(id));
            this.delivery = new ReportDelivery(
                    accountId, reports, intake, balances, gaps, endings(accountId), delivered, capacity);
            this.stream = new UserDataStream(
                    accountId, source, http, gaps, events, timing, delivery::offer, balances::forget);
        }

        @Override
        public void close() {
            stream.close();
            delivery.close();
        }
    }

    private Endings endings(AccountId accountId) {
        return new Endings() {
            @Override
            public void subscriptionEnded() {
                streamOf(accountId).ifPresent(stream -> stream.reconnect("the venue ended it"));
            }

            @Override
            public void connectionWillEnd() {
                streamOf(accountId).ifPresent(UserDataStream::replaceSoon);
            }
        };
    }

    private Optional<UserDataStream> streamOf(AccountId accountId) {
        return Optional.ofNullable(lines.get(accountId)).map(line -> line.stream);
    }
}

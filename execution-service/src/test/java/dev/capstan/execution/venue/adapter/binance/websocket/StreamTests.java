package dev.capstan.execution.venue.adapter.binance.websocket;

import static dev.capstan.execution.venue.adapter.binance.SimulatedVenue.ACCOUNT;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
import dev.capstan.execution.venue.domain.ReportGaps;
import dev.capstan.execution.venue.domain.StreamedReports;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulated venue, and streams of an account on it whose reports, gaps and alerts are noted. */
abstract class StreamTests {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    final List<VenueReport> reports = new CopyOnWriteArrayList<>();
    final List<String> gaps = new CopyOnWriteArrayList<>();
    final List<String> alerts = new CopyOnWriteArrayList<>();

    SimulatedVenue venue;
    BinanceVenueClient client;
    UserDataStreams streams;

    @BeforeEach
    void start() {
        venue = new SimulatedVenue(folder);
        client = venue.client();
        streams = streams(reports::add, timing(Duration.ofSeconds(60)), 100);
    }

    @AfterEach
    void stop() {
        streams.destroy();
        venue.close();
    }

    void own() {
        streams.owned(new SessionOwnership(ACCOUNT, 1));
        patiently().until(() -> streams.isReady(ACCOUNT));
    }

    List<VenueOrderState> states(String clientOrderId) {
        return reports.stream()
                .filter(report -> report.clientOrderId().text().equals(clientOrderId))
                .map(VenueReport::state)
                .toList();
    }

    List<String> ordersHeardOf(String prefix) {
        return reports.stream()
                .map(report -> report.clientOrderId().text())
                .filter(id -> id.startsWith(prefix))
                .distinct()
                .toList();
    }

    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }

    UserDataStreams streams(StreamedReports intake, StreamTiming timing, int capacity) {
        return streams(intake, timing, capacity, always(venue.access()));
    }

    UserDataStreams streams(StreamedReports intake, StreamTiming timing, int capacity, StreamSource source) {
        ReportGaps noting = (accountId, cause) -> gaps.add(cause);
        StreamEvents events = new StreamEvents() {
            @Override
            public void streamUp(AccountId accountId) {
                alerts.clear();
            }

            @Override
            public void streamStaysDown(AccountId accountId, String reason) {
                alerts.add("down");
            }
        };
        return new UserDataStreams(source, intake, noting, events, timing, capacity);
    }

    static StreamSource always(StreamSource.Access access) {
        return id -> access;
    }

    /** A second of back-off is 20 ms here. */
    static StreamTiming timing(Duration stale) {
        return timing(stale, Duration.ofHours(23));
    }

    static StreamTiming timing(Duration stale, Duration life) {
        return new StreamTiming(
                Duration.ofSeconds(5),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                stale,
                Duration.ofMillis(20),
                life);
    }
}

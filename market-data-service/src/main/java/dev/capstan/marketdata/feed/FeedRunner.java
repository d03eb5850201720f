package dev.capstan.marketdata.feed;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.marketdata.binance.BinanceStream;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import dev.capstan.marketdata.instrument.InstrumentCatalog;
import dev.capstan.marketdata.instrument.ListedInstrument;
import dev.capstan.marketdata.instrument.VenueUnavailableException;
import dev.capstan.marketdata.intake.CandleIntake;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the feed alive on two threads: one asks for the lease and renews it, the other connects, and connects again, as long as the
 * lease is held. A process that dies at any point leaves a lease that another replica takes when it has run out.
 */
@Component
class FeedRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedRunner.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MOST_INSTRUMENTS = BinanceStream.MOST_STREAMS / 2;

    private final FeedSettings settings;
    private final FeedLease lease;
    private final FeedMonitor monitor;
    private final MessageRouter router;
    private final InstrumentCatalog catalog;
    private final CandleIntake intake;
    private final HttpClient http;
    private final BackOff backOff = new BackOff();
    private volatile @Nullable Threads threads;

    private record Threads(Thread keeper, Thread feeder) {

        void interrupt() {
            keeper.interrupt();
            feeder.interrupt();
        }
    }

    FeedRunner(
            FeedSettings settings,
            FeedLease lease,
            FeedMonitor monitor,
            MessageRouter router,
            InstrumentCatalog catalog,
            CandleIntake intake,
            HttpClient http) {
        this.settings = settings;
        this.lease = lease;
        this.monitor = monitor;
        this.router = router;
        this.catalog = catalog;
        this.intake = intake;
        this.http = http;
    }

    @Override
    public void start() {
        if (settings.isConfigured()) {
            threads = new Threads(
                    Thread.ofVirtual().name("feed-lease").start(this::keepLease),
                    Thread.ofVirtual().name("feed").start(this::feed));
        }
    }

    private void keepLease() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                renew();
                Thread.sleep(FeedLease.RENEWAL);
            }
        } catch (InterruptedException _) {
            LOG.debug("the lease is no longer renewed");
        }
    }

    /** Without the database the lease cannot be renewed and so runs out: two feeds are worse than none. */
    private void renew() {
        try {
            lease.take(monitor.status());
        } catch (DataAccessException e) {
            LOG.warn("the feed's lease cannot be renewed: {}", e.getMessage());
        }
    }

    private void feed() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (lease.isHeld()) {
                    connectOnce();
                } else {
                    Thread.sleep(LOOK);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("the feed stops");
        }
    }

    private void connectOnce() throws InterruptedException {
        FeedSession session = new FeedSession(
                http, Objects.requireNonNull(settings.streamUrl()), settings.scaledSilenceLimit(), router::route);
        try {
            List<InstrumentId> wanted = wanted();
            String end = session.run(wanted, () -> connected(wanted), lease::isHeld);
            LOG.warn("the feed's connection is over: {}", end);
        } catch (VenueUnavailableException e) {
            LOG.warn("no feed yet: {}", e.getMessage());
        } finally {
            monitor.disconnected();
        }
        if (session.broughtData()) {
            backOff.reset();
        }
        Thread.sleep(backOff.pause());
    }

    private void connected(List<InstrumentId> instruments) {
        Timeframe timeframe = Timeframe.parse(BinanceStream.TIMEFRAME);
        intake.connected(instruments.stream()
                .map(instrument -> new SeriesKey(instrument, timeframe, settings.marketEpoch()))
                .toList());
        // After that: nobody sees a connection whose series are not known to be behind.
        monitor.connected();
    }

    private List<InstrumentId> wanted() {
        List<InstrumentId> wanted = catalog.instruments().stream()
                .map(ListedInstrument::instrumentId)
                .filter(id -> settings.symbols().isEmpty() || settings.symbols().contains(id.symbol()))
                .toList();
        if (wanted.isEmpty() || wanted.size() > MOST_INSTRUMENTS) {
            throw new VenueUnavailableException(
                    "the venue lists " + wanted.size() + " instruments to feed, one connection carries 1 to "
                            + MOST_INSTRUMENTS + "; name those wanted in capstan.feed.symbols");
        }
        return wanted;
    }

    @Override
    public void stop() {
        Threads running = threads;
        threads = null;
        if (running != null) {
            running.interrupt();
            handOver(running);
        }
    }

    /** Another replica need not wait for the lease to run out when this one stops in good order. */
    private void handOver(Threads stopped) {
        try {
            stopped.keeper().join(Duration.ofSeconds(2));
            lease.release();
        } catch (DataAccessException e) {
            LOG.warn("the feed's lease could not be released and ends by itself: {}", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}

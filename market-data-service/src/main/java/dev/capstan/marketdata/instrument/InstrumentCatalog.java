package dev.capstan.marketdata.instrument;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listing, kept for a minute; when the venue does not answer, the last one read is better than none. */
public final class InstrumentCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(InstrumentCatalog.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Snapshot(List<ListedInstrument> instruments, Instant readAt) {}

    private final Listing listing;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    public InstrumentCatalog(Listing listing, Clock clock) {
        this.listing = listing;
        this.clock = clock;
    }

    /**
     * All instruments open for trading, at most a minute old while the venue answers.
     *
     * @throws VenueUnavailableException when the venue was never reached
     */
    public List<ListedInstrument> instruments() {
        Snapshot known = snapshot;
        if (known != null && isFresh(known)) {
            return known.instruments();
        }
        try {
            return refreshed();
        } catch (VenueUnavailableException e) {
            if (known == null) {
                throw e;
            }
            LOG.warn("the listing of {} is used on: {}", known.readAt(), e.getMessage());
            return known.instruments();
        }
    }

    /** One caller reads, the others wait for what it finds. */
    private List<ListedInstrument> refreshed() {
        reading.lock();
        try {
            Snapshot known = snapshot;
            if (known != null && isFresh(known)) {
                return known.instruments();
            }
            Snapshot read = new Snapshot(listing.read(), clock.instant());
            snapshot = read;
            return read.instruments();
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Snapshot known) {
        return known.readAt().plus(FRESH).isAfter(clock.instant());
    }
}

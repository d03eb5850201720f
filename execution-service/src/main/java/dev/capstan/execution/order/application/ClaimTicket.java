package dev.capstan.execution.order.application;

import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.venue.domain.VenueClient;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All that a claim needs beside the database: a session that was ours and ready, venue time taken before the transaction, and a place
 * among the submits in flight. Closed when the submit is answered, or when nothing was claimed.
 */
public final class ClaimTicket implements AutoCloseable {

    private final SessionOwnership ownership;
    private final VenueClient venue;
    private final Instant timestamp;
    private final Semaphore places;
    private final AtomicBoolean open = new AtomicBoolean(true);

    ClaimTicket(SessionOwnership ownership, VenueClient venue, Instant timestamp, Semaphore places) {
        this.ownership = ownership;
        this.venue = venue;
        this.timestamp = timestamp;
        this.places = places;
    }

    SessionOwnership ownership() {
        return ownership;
    }

    VenueClient venue() {
        return venue;
    }

    Instant timestamp() {
        return timestamp;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            places.release();
        }
    }
}

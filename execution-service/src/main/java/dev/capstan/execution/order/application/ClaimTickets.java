package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.SessionReadiness;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Gives out {@link ClaimTicket}s, at most so many per account, and none while the venue asked for a pause. */
public final class ClaimTickets {

    private final Sessions sessions;
    private final SessionReadiness readiness;
    private final VenueClients venues;
    private final Clock clock;
    private final int maxInFlight;
    private final Map<AccountId, Semaphore> places = new ConcurrentHashMap<>();
    private final Map<AccountId, Instant> pausedUntil = new ConcurrentHashMap<>();

    public ClaimTickets(
            Sessions sessions, SessionReadiness readiness, VenueClients venues, Clock clock, OrderSettings settings) {
        this.sessions = sessions;
        this.readiness = readiness;
        this.venues = venues;
        this.clock = clock;
        this.maxInFlight = settings.maxInFlight();
    }

    /** A ticket, when this replica owns the account's session, everybody is ready, venue time is known and a place is free. */
    public Optional<ClaimTicket> take(AccountId accountId) {
        Optional<SessionOwnership> ownership =
                sessions.owned(accountId).filter(owned -> readiness.isReady(accountId) && !isPaused(accountId));
        if (ownership.isEmpty()) {
            return Optional.empty();
        }
        Semaphore free = places.computeIfAbsent(accountId, id -> new Semaphore(maxInFlight));
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        Optional<ClaimTicket> ticket = Optional.empty();
        try {
            ticket = ticket(ownership.get(), free);
        } finally {
            if (ticket.isEmpty()) {
                free.release();
            }
        }
        return ticket;
    }

    /** The venue said "later": its limits are the account's, so every order of it waits. */
    void pause(AccountId accountId, Duration pause) {
        pausedUntil.put(accountId, clock.instant().plus(pause));
    }

    private Optional<ClaimTicket> ticket(SessionOwnership ownership, Semaphore free) {
        try {
            VenueClient venue = venues.of(ownership.accountId());
            return venue.clock()
                    .now()
                    .map(now -> new ClaimTicket(ownership, venue, now.truncatedTo(ChronoUnit.MILLIS), free));
        } catch (VenueUnavailableException unavailable) {
            return Optional.empty();
        }
    }

    private boolean isPaused(AccountId accountId) {
        return clock.instant().isBefore(pausedUntil.getOrDefault(accountId, Instant.MIN));
    }
}

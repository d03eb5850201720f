package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.session.SessionLeases.Holder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the sessions of this replica: takes free ones, renews its own, and tells the participants at once when one is or may be lost. */
final class SessionKeeper implements Sessions {

    private static final Logger log = LoggerFactory.getLogger(SessionKeeper.class);

    private final Accounts accounts;
    private final SessionLeases leases;
    private final EarlierClaims earlierClaims;
    private final List<SessionParticipant> participants;
    private final Map<AccountId, SessionOwnership> owned = new ConcurrentHashMap<>();
    /** Accounts that an earlier life of this replica may still hold on paper: all at first, then those whose renewal failed. */
    private final Set<AccountId> settled = ConcurrentHashMap.newKeySet();

    private final List<SessionOwnership> ended = new CopyOnWriteArrayList<>();

    SessionKeeper(
            Accounts accounts,
            SessionLeases leases,
            EarlierClaims earlierClaims,
            List<SessionParticipant> participants) {
        this.accounts = accounts;
        this.leases = leases;
        this.earlierClaims = earlierClaims;
        this.participants = List.copyOf(participants);
    }

    @Override
    public Optional<SessionOwnership> owned(AccountId accountId) {
        return Optional.ofNullable(owned.get(accountId));
    }

    @Override
    public Collection<SessionOwnership> allOwned() {
        return List.copyOf(owned.values());
    }

    /** Renews every session of ours: together, and then those one by one that the common renewal left out. */
    void renew() {
        Collection<SessionOwnership> ours = allOwned();
        if (ours.isEmpty()) {
            return;
        }
        try {
            Set<AccountId> renewed = leases.renewFree(ours);
            ours.stream()
                    .filter(ownership -> !renewed.contains(ownership.accountId()))
                    .forEach(this::renew);
        } catch (RuntimeException failed) {
            ours.forEach(ownership -> mayBeLost(ownership, failed));
        }
    }

    /** Takes every session that nobody holds; all are looked at first, so that a held lease is not locked in every round. */
    void acquire() {
        Map<AccountId, Holder> running = leases.running();
        accounts.withVenueKeys().stream()
                .map(Account::accountId)
                .filter(accountId -> !owned.containsKey(accountId))
                .forEach(accountId -> acquire(accountId, running.get(accountId)));
    }

    /** Claims nothing more and tells the participants; the leases stand until {@link #releaseAll}. */
    void endAll() {
        for (SessionOwnership ownership : allOwned()) {
            ended.add(ownership);
            lose(ownership, "stopping");
        }
    }

    /** Gives the ended sessions away. A lease that cannot be given away runs out. */
    void releaseAll() {
        for (SessionOwnership ownership : ended) {
            try {
                leases.release(ownership);
            } catch (RuntimeException failed) {
                log.info("Session of account {} runs out by itself: {}", ownership.accountId(), failed.toString());
            }
        }
    }

    private void renew(SessionOwnership ownership) {
        try {
            if (!leases.renew(ownership)) {
                lose(ownership, "another replica has it");
            }
        } catch (RuntimeException failed) {
            mayBeLost(ownership, failed);
        }
    }

    /** The lease may still run, but nobody can say for how long we would not know that it ended. */
    private void mayBeLost(SessionOwnership ownership, RuntimeException failed) {
        settled.remove(ownership.accountId());
        lose(ownership, "renewal failed: " + failed);
    }

    /** @param holder of the lease, if it runs */
    private void acquire(AccountId accountId, @Nullable Holder holder) {
        boolean evenFromMyself = !settled.contains(accountId);
        if (holder == Holder.ANOTHER || (holder == Holder.US && !evenFromMyself)) {
            settled.add(accountId);
            return;
        }
        earlierClaims
                .inDoubtWith(accountId, () -> leases.take(accountId, evenFromMyself))
                .ifPresent(this::own);
        settled.add(accountId);
    }

    private void own(SessionOwnership ownership) {
        owned.put(ownership.accountId(), ownership);
        log.info("Session of account {} is ours, fence {}", ownership.accountId(), ownership.fence());
        for (SessionParticipant participant : participants) {
            Thread.ofVirtual().name("session-" + ownership.accountId()).start(() -> tell(ownership, participant));
        }
    }

    private void tell(SessionOwnership ownership, SessionParticipant participant) {
        try {
            participant.owned(ownership);
        } catch (RuntimeException failed) {
            // It stays not ready, so nothing is claimed; the log says why.
            log.error("{} could not begin for account {}", participant, ownership.accountId(), failed);
        }
    }

    private void lose(SessionOwnership ownership, String why) {
        if (owned.remove(ownership.accountId(), ownership)) {
            log.warn("Session of account {} ended, fence {}: {}", ownership.accountId(), ownership.fence(), why);
            participants.forEach(participant -> tellLost(ownership, participant));
        }
    }

    private static void tellLost(SessionOwnership ownership, SessionParticipant participant) {
        try {
            participant.lost(ownership.accountId());
        } catch (RuntimeException failed) {
            log.error("{} could not end for account {}", participant, ownership.accountId(), failed);
        }
    }
}

package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.session.SessionLeases.Holder;
import dev.capstan.kit.activity.ActivitySource;
import java.util.List;
import java.util.Map;

/**
 * Sessions that do not stand: nobody speaks for the account yet, or whoever does has a stream that is down or a gap in it that is being
 * compared. What another replica holds, it tells of itself.
 */
final class SessionActivity implements ActivitySource {

    private final Accounts accounts;
    private final SessionLeases leases;
    private final Sessions sessions;
    private final SessionReadiness readiness;

    SessionActivity(Accounts accounts, SessionLeases leases, Sessions sessions, SessionReadiness readiness) {
        this.accounts = accounts;
        this.leases = leases;
        this.sessions = sessions;
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Work look() {
        List<AccountId> served =
                accounts.withVenueKeys().stream().map(Account::accountId).toList();
        long takeovers =
                sessions.allOwned().stream().mapToLong(SessionOwnership::fence).sum();
        Map<AccountId, Holder> running = leases.running();
        return new Work(
                served.stream()
                        .filter(accountId -> doesNotStand(accountId, running))
                        .count(),
                takeovers);
    }

    private boolean doesNotStand(AccountId accountId, Map<AccountId, Holder> running) {
        return sessions.owned(accountId).isPresent()
                ? !readiness.isReady(accountId)
                : running.get(accountId) != Holder.ANOTHER;
    }
}

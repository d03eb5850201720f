package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.kit.activity.ActivitySource;
import java.util.List;

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
        return new Work(served.stream().filter(this::doesNotStand).count(), takeovers);
    }

    private boolean doesNotStand(AccountId accountId) {
        return sessions.owned(accountId).isPresent() ? !readiness.isReady(accountId) : leases.isFree(accountId, true);
    }
}

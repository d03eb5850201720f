package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.account.VenueKeySource;
import dev.capstan.execution.account.VenueKeys;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.adapter.binance.protocol.Vocabulary;
import dev.capstan.execution.venue.adapter.binance.websocket.StreamSource;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Clients by account. New keys are seen within seconds on every replica; the hot path does not read the database. */
@Component
class BinanceVenueClients implements VenueClients, StreamSource {

    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Accounts accounts;
    private final VenueKeySource keys;
    private final BinanceEnvironments environments;
    private final Clock clock;
    private final Map<AccountId, Kept> kept = new ConcurrentHashMap<>();

    BinanceVenueClients(Accounts accounts, VenueKeySource keys, BinanceEnvironments environments, Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.environments = environments;
        this.clock = clock;
    }

    @Override
    public VenueClient of(AccountId accountId) {
        return access(accountId).client();
    }

    @Override
    public Access access(AccountId accountId) {
        Instant now = clock.instant();
        Kept found = kept.get(accountId);
        if (found != null && now.isBefore(found.checkedAt().plus(TRUSTED))) {
            return found.access();
        }
        Access access = currentOrKept(accountId, found);
        kept.put(accountId, new Kept(access, now));
        return access;
    }

    /** While the database is away the keys we have are as good as before: streams stay up, claims are refused elsewhere. */
    private Access currentOrKept(AccountId accountId, @Nullable Kept found) {
        try {
            return current(accountId, found);
        } catch (DataAccessException e) {
            if (found != null) {
                return found.access();
            }
            throw new VenueUnavailableException("the keys of account " + accountId + " cannot be read", e);
        }
    }

    private Access current(AccountId accountId, @Nullable Kept found) {
        long version = keys.versionOf(accountId)
                .orElseThrow(() -> new VenueUnavailableException("account " + accountId + " has no venue keys"));
        return found != null && found.access().keysVersion() == version ? found.access() : connect(accountId, version);
    }

    private Access connect(AccountId accountId, long version) {
        Account account = accounts.find(accountId)
                .filter(candidate -> candidate.venueId().equals(Vocabulary.BINANCE))
                .orElseThrow(() -> new VenueUnavailableException("account " + accountId + " is not at BINANCE"));
        BinanceEnvironment environment = environments
                .of(account.kind())
                .orElseThrow(() -> new VenueUnavailableException("BINANCE is not configured for " + account.kind()));
        VenueKeys opened = keys.open(accountId)
                .orElseThrow(() -> new VenueUnavailableException("account " + accountId + " has no venue keys"));
        Credential credential = new Credential(opened.apiKey(), opened.secretKey());
        return new Access(environment, credential, version, new BinanceVenueClient(accountId, environment, credential));
    }

    private record Kept(Access access, Instant checkedAt) {}
}

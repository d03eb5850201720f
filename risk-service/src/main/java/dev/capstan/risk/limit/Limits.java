package dev.capstan.risk.limit;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.jdbc.RoundTrip;
import dev.capstan.trading.risk.AccountLimits;
import dev.capstan.trading.risk.InstrumentLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The limits that hold now: what is set, and the defaults for the rest. */
@Component
public class Limits {

    private final LimitRows rows;
    private final LimitSettings settings;

    Limits(LimitRows rows, LimitSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** Locks the account until the transaction ends: the first lock of whatever may widen or re-limit it. */
    public AccountLimits lockAccount(AccountId accountId) {
        return rows.lockAccount(accountId).over(settings.accountDefaults());
    }

    /** The same lock in a round trip; to be read when {@code trip} was sent, and empty then when the account has no row to lock yet. */
    public Supplier<Optional<AccountLimits>> lockAccount(AccountId accountId, RoundTrip trip) {
        Supplier<Optional<AccountLimit>> locked = rows.lockAccount(accountId, trip);
        return () -> locked.get().map(limit -> limit.over(settings.accountDefaults()));
    }

    /** Makes the row that is locked. */
    public void open(AccountId accountId) {
        rows.open(accountId);
    }

    public AccountLimits of(AccountId accountId) {
        return rows.account(accountId).over(settings.accountDefaults());
    }

    /** Steady for the rest of the transaction when the account is locked. */
    public InstrumentLimits of(StreamKey key) {
        return rows.instrument(key).over(settings.instrumentDefaults());
    }

    /** The same in a round trip; to be read when {@code trip} was sent. */
    public Supplier<InstrumentLimits> of(StreamKey key, RoundTrip trip) {
        Supplier<InstrumentLimit> limit = rows.instrument(key, trip);
        return () -> limit.get().over(settings.instrumentDefaults());
    }

    /** What is set for the account, without defaults. */
    public AccountLimit setFor(AccountId accountId) {
        return rows.account(accountId);
    }

    /** Instruments of the account that something is set for. */
    public List<InstrumentLimit> instrumentsSetFor(AccountId accountId) {
        return rows.instruments(accountId);
    }

    public AccountLimits accountDefaults() {
        return settings.accountDefaults();
    }

    public InstrumentLimits instrumentDefaults() {
        return settings.instrumentDefaults();
    }
}

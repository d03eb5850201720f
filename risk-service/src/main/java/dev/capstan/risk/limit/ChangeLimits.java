package dev.capstan.risk.limit;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replaces limits, provided nobody changed them since the caller looked. */
@Component
public class ChangeLimits {

    private final LimitRows rows;
    private final LimitChanges changes;
    private final Transactions transactions;

    ChangeLimits(LimitRows rows, LimitChanges changes, Transactions transactions) {
        this.rows = rows;
        this.changes = changes;
        this.transactions = transactions;
    }

    /**
     * Replaces the limits of an account.
     *
     * @param wanted its version is the one the caller saw
     */
    public AccountLimit account(AccountId accountId, AccountLimit wanted, String changedBy) {
        return transactions.call(() -> {
            AccountLimit before = rows.lockAccount(accountId);
            requireCurrent(wanted.version(), before.version());
            AccountLimit after =
                    new AccountLimit(wanted.maxAccountExposure(), wanted.maxOpenOrders(), before.version() + 1);
            rows.save(accountId, after);
            record(accountId, null, after.version(), changedBy, before, after);
            return after;
        });
    }

    /**
     * Replaces the limits of one instrument of an account.
     *
     * @param wanted its version is the one the caller saw
     */
    public InstrumentLimit instrument(AccountId accountId, InstrumentLimit wanted, String changedBy) {
        return transactions.call(() -> {
            rows.lockAccount(accountId);
            InstrumentLimit before = rows.instrument(new StreamKey(accountId, wanted.instrumentId()));
            requireCurrent(wanted.version(), before.version());
            InstrumentLimit after = new InstrumentLimit(
                    wanted.instrumentId(),
                    wanted.maxPositionQuantity(),
                    wanted.maxInstrumentExposure(),
                    wanted.priceCollarPercent(),
                    before.version() + 1);
            rows.save(accountId, after);
            record(accountId, wanted.instrumentId(), after.version(), changedBy, before, after);
            return after;
        });
    }

    private void record(
            AccountId accountId,
            @Nullable InstrumentId instrumentId,
            long version,
            String changedBy,
            Object before,
            Object after) {
        changes.record(accountId, instrumentId, version, changedBy, before, after);
    }

    private static void requireCurrent(long seen, long current) {
        if (seen != current) {
            throw ProblemException.with(
                    ProblemCode.VERSION_CONFLICT,
                    "The limits are at version %d now; look at them and try again.".formatted(current),
                    Map.of("currentVersion", current));
        }
    }
}

package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The last run of each account, where the next one starts from, and who asked for one. */
public interface ReconciliationRuns {

    Optional<ReconciliationRun> last(AccountId accountId);

    /** From which moment on fills are to be compared, for each instrument that was compared before. */
    Map<InstrumentId, Instant> provenPoints(AccountId accountId);

    /**
     * Stores a run with everything that goes with it, in one transaction.
     *
     * @param provenPoints moments up to which all fills are booked
     */
    void store(ReconciliationRun run, Map<InstrumentId, Instant> provenPoints, Findings findings);

    /** Asks the session's owner, whichever replica that is, for a run now. */
    void request(AccountId accountId, Instant at);

    boolean isRequested(AccountId accountId);
}

package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.AccountId;
import java.time.Instant;
import java.util.Optional;

/** The last run of each account, where the next one starts from, and who asked for one. */
public interface ReconciliationRuns {

    Optional<ReconciliationRun> last(AccountId accountId);

    /** Where the next run starts from. */
    ProvenPoints provenPoints(AccountId accountId);

    /**
     * Stores a run with everything that goes with it, in one transaction.
     *
     * @param points what this run has proven, and no more
     */
    void store(ReconciliationRun run, ProvenPoints points, Findings findings);

    /** Asks the session's owner, whichever replica that is, for a run now. */
    void request(AccountId accountId, Instant at);

    boolean isRequested(AccountId accountId);
}

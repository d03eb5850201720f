package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;

/** Told of every finished run; the place of metrics and logs. */
public interface RunListener {

    void finished(ReconciliationRun run);

    void failed(AccountId accountId, RuntimeException cause);
}

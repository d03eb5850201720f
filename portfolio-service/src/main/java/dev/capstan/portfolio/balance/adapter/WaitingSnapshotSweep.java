package dev.capstan.portfolio.balance.adapter;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.portfolio.balance.application.CompareBalances;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares snapshots that arrived before the fills they contain. It runs beside the order events, not after each of them, so that a fill
 * never waits for a comparison.
 */
@Component
class WaitingSnapshotSweep {

    private static final Logger log = LoggerFactory.getLogger(WaitingSnapshotSweep.class);

    private final CompareBalances compareBalances;
    private final Transactions transactions;

    WaitingSnapshotSweep(CompareBalances compareBalances, Transactions transactions) {
        this.compareBalances = compareBalances;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "${capstan.portfolio.sweep-interval}")
    void sweep() {
        for (AccountId accountId : compareBalances.accountsWaiting()) {
            try {
                transactions.run(() -> compareBalances.compareWaiting(accountId));
            } catch (RuntimeException e) {
                log.warn("Balances of account {} could not be compared; the next sweep tries again", accountId, e);
            }
        }
    }
}

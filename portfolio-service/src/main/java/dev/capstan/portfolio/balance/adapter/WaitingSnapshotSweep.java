package dev.capstan.portfolio.balance.adapter;

import dev.capstan.kit.failure.Infrastructure;
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
        try {
            compareBalances
                    .accountsWaiting()
                    .forEach(accountId -> transactions.run(() -> compareBalances.compareWaiting(accountId)));
        } catch (RuntimeException e) {
            // The next sweep tries again; what is away is told by readiness, what is a bug by its trace.
            log.warn("Balances could not be compared: {}", e.getMessage(), Infrastructure.isAway(e) ? null : e);
        }
    }
}

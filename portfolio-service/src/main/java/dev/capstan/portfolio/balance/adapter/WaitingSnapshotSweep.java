package dev.capstan.portfolio.balance.adapter;

import dev.capstan.contracts.id.AccountId;
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
        attempt(() -> compareBalances.accountsWaiting().forEach(this::compare));
    }

    private void compare(AccountId accountId) {
        attempt(() -> transactions.run(() -> compareBalances.compareWaiting(accountId)));
    }

    /** The next sweep tries again, and one account's trouble holds up no other's. What is away, readiness tells. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Balances could not be compared: {}", e.getMessage(), Infrastructure.isAway(e) ? null : e);
        }
    }
}

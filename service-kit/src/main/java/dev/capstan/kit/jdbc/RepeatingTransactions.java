package dev.capstan.kit.jdbc;

import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Joins a transaction that is already running, without repeating: what the outer one did before is gone with its failure, so only the
 * outermost call may begin again.
 */
final class RepeatingTransactions implements Transactions {

    private static final Logger log = LoggerFactory.getLogger(RepeatingTransactions.class);
    private static final int MAX_ATTEMPTS = 3;

    private final TransactionOperations transactions;

    RepeatingTransactions(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once(work);
        }
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return once(work);
            } catch (PessimisticLockingFailureException e) {
                log.info("Transaction begins again after attempt {}: {}", attempt, e.getMessage());
            }
        }
        return once(work);
    }

    private <T> T once(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}

package dev.capstan.kit.jdbc;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Joins a transaction that is already running, without repeating: what the outer one did before is gone with its failure, so only the
 * outermost call may begin again.
 */
final class RepeatingTransactions implements Transactions {

    private static final Logger log = LoggerFactory.getLogger(RepeatingTransactions.class);
    private static final int MAX_ATTEMPTS = 3;

    /** PostgreSQL's {@code idle_in_transaction_session_timeout}. */
    private static final String ENDED_WHILE_IDLE = "25P03";

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
            } catch (DataAccessException | TransactionException e) {
                if (!stoodStill(e)) {
                    throw e;
                }
                log.info("Transaction begins again after attempt {}: it stood still for too long", attempt);
            }
        }
        return once(work);
    }

    /**
     * Whether the database ended it while it waited for us. Then it has not read a commit: what it says in answer to one is that it had
     * ended before.
     */
    private static boolean stoodStill(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean hidden = cause instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() instanceof RuntimeException reason
                    && stoodStill(reason);
            boolean said = cause instanceof SQLException sql && ENDED_WHILE_IDLE.equals(sql.getSQLState());
            if (hidden || said) {
                return true;
            }
        }
        return false;
    }

    private <T> T once(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}

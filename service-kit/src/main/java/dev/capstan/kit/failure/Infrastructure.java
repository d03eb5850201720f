package dev.capstan.kit.failure;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.ResourceAccessException;

/** Whether a failure is of the kind that passes by itself: a database, broker or service that is away. */
public final class Infrastructure {

    /**
     * Connection lost (08), a transaction ended because we stood still in it (25P03), resources (53), shut down or starting (57), conflicts
     * that a repeat solves (40), lock timeout (55).
     */
    private static final List<String> PASSING_SQL_STATES = List.of("08", "25P03", "53", "57", "40", "55");

    private Infrastructure() {}

    /** Looks through all causes. */
    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isAwayItself(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAwayItself(Throwable failure) {
        return switch (failure) {
            case TransientDataAccessException e -> true;
            case RecoverableDataAccessException e -> true;
            case DataAccessResourceFailureException e -> true;
            case CannotCreateTransactionException e -> true;
            case TransactionSystemException e -> isRollbackOfAnOutage(e);
            case SQLTransientException e -> true;
            case SQLRecoverableException e -> true;
            case SQLException e -> isPassing(e.getSQLState());
            case ResourceAccessException e -> true;
            case HttpTimeoutException e -> true;
            // Another service that answers "no" to a service is not ready for us: a token or a deployment matter, never
            // the record's.
            case HttpStatusCodeException e -> true;
            case RetriableException e -> true;
            default -> false;
        };
    }

    /**
     * A rollback on a connection that is gone hides why it is gone: what made it necessary is asked, where that is known. After a commit
     * that failed it is not; then the pool, which had closed the connection as broken, says so without a state.
     */
    private static boolean isRollbackOfAnOutage(TransactionSystemException failure) {
        Throwable hidden = failure.getApplicationException();
        return hidden == null
                ? failure.getCause() instanceof SQLException closed && closed.getSQLState() == null
                : isAway(hidden);
    }

    private static boolean isPassing(@Nullable String sqlState) {
        return sqlState != null && PASSING_SQL_STATES.stream().anyMatch(sqlState::startsWith);
    }

    /** Whether the other side has gone while we were answering it, so that nobody reads what we write. */
    public static boolean isCallerGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && cause.getClass().getSimpleName().equals("ClientAbortException")) {
                return true;
            }
        }
        return false;
    }
}

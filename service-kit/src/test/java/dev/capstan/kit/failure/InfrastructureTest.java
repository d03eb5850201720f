package dev.capstan.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionSystemException;

class InfrastructureTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "25P03, true",
        "40P01, true",
        "53300, true",
        "55P03, true",
        "57P01, true",
        "23505, false",
        "22001, false",
        "25P02, false",
        "42601, false"
    })
    void tellsWhatPassesByItselfFromWhatNeverWill(String sqlState, boolean passes) {
        Exception wrapped =
                new IllegalStateException("statement", new SQLException("as the database says it", sqlState));
        assertThat(Infrastructure.isAway(wrapped)).isEqualTo(passes);
    }

    @Test
    void aFailedRollbackIsJudgedByWhatItHides() {
        TransactionSystemException broken = new TransactionSystemException("rollback failed");
        broken.initApplicationException(new SQLException("connection is gone", "08006"));
        TransactionSystemException ours = new TransactionSystemException("rollback failed");
        ours.initApplicationException(new SQLException("value too long", "22001"));
        assertThat(Infrastructure.isAway(broken)).isTrue();
        assertThat(Infrastructure.isAway(ours)).isFalse();
    }

    /** The commit's own failure is in no cause of what the transaction manager throws then. */
    @Test
    void aRollbackAfterAFailedCommitOnAConnectionThatThePoolHasClosedIsAnOutage() {
        SQLException closed = new SQLException("Connection is closed");
        SQLException refused = new SQLException("cannot roll back", "25P02");
        assertThat(Infrastructure.isAway(new TransactionSystemException("JDBC rollback failed", closed)))
                .isTrue();
        assertThat(Infrastructure.isAway(new TransactionSystemException("JDBC rollback failed", refused)))
                .isFalse();
    }
}

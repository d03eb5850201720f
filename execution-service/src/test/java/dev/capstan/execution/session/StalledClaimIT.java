package dev.capstan.execution.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.fixtures.Cluster;
import dev.capstan.execution.fixtures.ExecutionInstance;
import dev.capstan.execution.fixtures.StallingWire;
import dev.capstan.kit.jdbc.RoundTrip;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class StalledClaimIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Cluster cluster = new Cluster();
    private final ExecutionInstance owner = cluster.startOwner("execution-1");
    private final HikariDataSource pool = owner.bean(HikariDataSource.class);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final SessionLeases leases = new SessionLeases(jdbc, "execution-1", "http://127.0.0.1:1", LEASE);

    @AfterEach
    void stop() {
        cluster.close();
    }

    /** Frozen between two of its writes: for the database its statements are not over, so it is not idle either. */
    @Test
    void lockOfAReplicaThatFrozeAmidItsStatementsIsGivenBack() throws Exception {
        SessionOwnership ownership =
                owner.bean(Sessions.class).owned(cluster.account).orElseThrow();
        owner.freeze();
        assertThat(leases.renew(ownership)).isTrue();
        int port = URI.create(pool.getJdbcUrl().substring("jdbc:".length())).getPort();
        try (StallingWire wire = new StallingWire(port);
                Connection frozen = DriverManager.getConnection(
                        pool.getJdbcUrl().replace(":" + port + "/", ":" + wire.port() + "/"),
                        pool.getUsername(),
                        pool.getPassword())) {
            frozen.setAutoCommit(false);
            wire.stallBeforeTheNextEnd();
            CompletableFuture<Void> claim = CompletableFuture.runAsync(() -> locks(frozen, ownership));
            await().atMost(PATIENCE).until(() -> wire.isStalled() && isLocked());

            await().atMost(PATIENCE).until(() -> !isLocked());

            assertThat(leases.renew(ownership)).isTrue();
            assertThat(claim).failsWithin(PATIENCE);
        }
    }

    /** A claim may hold its session for 600 ms; the sessions of the other accounts must not wait so long for their renewal. */
    @Test
    void sessionsAreRenewedAroundTheOneThatAClaimHolds() throws Exception {
        SessionOwnership held =
                owner.bean(Sessions.class).owned(cluster.account).orElseThrow();
        owner.freeze();
        SessionOwnership free =
                leases.take(AccountId.of(UUID.randomUUID()), false).orElseThrow();
        SessionOwnership lost = new SessionOwnership(free.accountId(), free.fence() + 1);
        try (Connection claim = pool.getConnection()) {
            claim.setAutoCommit(false);
            holds(claim, held);
            assertThat(leases.renewFree(List.of(held, free))).containsExactly(free.accountId());
            claim.rollback();
        }
        assertThat(leases.renewFree(List.of(held, free))).containsExactlyInAnyOrder(cluster.account, free.accountId());
        assertThat(leases.renewFree(List.of(lost))).isEmpty();
    }

    /** As a claim does, for as long as the test needs. */
    private static void holds(Connection connection, SessionOwnership ownership) {
        JdbcTemplate patient = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        patient.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        patient.queryForList(
                "SELECT fence FROM venue_session WHERE account_id = ? FOR SHARE",
                ownership.accountId().value());
    }

    private void locks(Connection connection, SessionOwnership ownership) {
        RoundTrip trip = new RoundTrip(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
        leases.lockIfOurs(ownership, trip);
        trip.send();
    }

    private boolean isLocked() {
        return jdbc.sql("SELECT account_id FROM venue_session WHERE account_id = ? FOR UPDATE SKIP LOCKED")
                .param(cluster.account.value())
                .query()
                .listOfRows()
                .isEmpty();
    }
}

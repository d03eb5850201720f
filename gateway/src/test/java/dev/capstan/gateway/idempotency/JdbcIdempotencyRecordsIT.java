package dev.capstan.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.forwarding.Body;
import dev.capstan.kit.testing.ServiceUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcIdempotencyRecordsIT {

    private static final Fingerprint ASKED = new Fingerprint("a".repeat(64));
    private static final Fingerprint ASKED_OTHERWISE = new Fingerprint("b".repeat(64));
    private static final StoredAnswer CREATED =
            new StoredAnswer(201, "application/json", "/api/orders/1", null, Body.of(new byte[] {'{', '}', 0}));

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static JdbcClient jdbc;
    private static IdempotencyRecords records;

    private final CallId call =
            new CallId("alice", new IdempotencyKey(UUID.randomUUID().toString()));

    @BeforeAll
    static void migrate() {
        ServiceUnderTest service = ServiceUnderTest.named("gateway", "gateway");
        var database = service.database();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner("gateway"), database.ownerPassword("gateway"))
                .schemas("gateway")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.jdbcUrl());
        owner.setUser(database.owner("gateway"));
        owner.setPassword(database.ownerPassword("gateway"));
        owner.setCurrentSchema("gateway");
        jdbc = JdbcClient.create(owner);
        records = new JdbcIdempotencyRecords(jdbc, new IdempotencySettings(LEASE, LEASE, Duration.ofHours(24)));
    }

    @Test
    void givesBackExactlyWhatWasStored() {
        assertThat(records.store(granted(), CREATED)).isTrue();
        assertThat(records.claim(call, ASKED, LEASE)).isEqualTo(new Claim.Answered(CREATED));
        assertThat(records.claim(call, ASKED_OTHERWISE, LEASE)).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void saysHowLongTheLeaseHolds() {
        granted();
        assertThat(records.claim(call, ASKED, LEASE))
                .isInstanceOfSatisfying(
                        Claim.InFlight.class,
                        inFlight -> assertThat(inFlight.remaining())
                                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
    }

    @Test
    void givesAReleasedKeyToTheSameRequestOnly() {
        records.release(granted());
        assertThat(records.claim(call, ASKED_OTHERWISE, LEASE)).isInstanceOf(Claim.Reused.class);
        assertThat(records.claim(call, ASKED, LEASE)).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void storesAndReleasesNothingWithoutTheFence() {
        Claim.Granted paused = granted();
        age("lease_until");
        Claim.Granted current = granted();
        assertThat(current.fence()).isGreaterThan(paused.fence());
        assertThat(records.store(paused, CREATED)).isFalse();
        records.release(paused);
        assertThat(records.claim(call, ASKED, LEASE)).isInstanceOf(Claim.InFlight.class);
        assertThat(records.store(current, CREATED)).isTrue();
    }

    @Test
    void storesAnAnswerOnceOnly() {
        Claim.Granted claim = granted();
        assertThat(records.store(claim, CREATED)).isTrue();
        assertThat(records.store(claim, CREATED)).isFalse();
    }

    @Test
    void storesAnAnswerAfterALeaseThatNobodyTookOver() {
        Claim.Granted claim = granted();
        age("lease_until");
        assertThat(records.store(claim, CREATED)).isTrue();
    }

    @Test
    void neverGivesAFenceTwiceNotEvenAfterAPurge() {
        Claim.Granted before = granted();
        age("lease_until");
        age("expires_at");
        records.purge(1000);
        assertThat(granted().fence()).isGreaterThan(before.fence());
        assertThat(records.store(before, CREATED)).isFalse();
    }

    @Test
    void grantsOneOfManyTakeOvers() {
        granted();
        for (int round = 0; round < 20; round++) {
            age("lease_until");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Claim>> claims = IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> records.claim(call, ASKED, LEASE), threads))
                        .toList();
                assertThat(claims.stream().map(CompletableFuture::join).filter(Claim.Granted.class::isInstance))
                        .hasSize(1);
            }
        }
    }

    @Test
    void purgesWhatIsExpiredAndNotRunning() {
        CallId running = new CallId("bob", call.key());
        records.claim(running, ASKED, LEASE);
        records.store(granted(), CREATED);
        age("expires_at");
        assertThat(records.purge(1000)).isEqualTo(1);
        assertThat(records.claim(running, ASKED, LEASE)).isInstanceOf(Claim.InFlight.class);
        assertThat(records.claim(call, ASKED_OTHERWISE, LEASE)).isInstanceOf(Claim.Granted.class);
    }

    private Claim.Granted granted() {
        Claim claim = records.claim(call, ASKED, LEASE);
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return (Claim.Granted) claim;
    }

    /** Lets time pass for one of the two deadlines of this key, whoever holds it. */
    private void age(String column) {
        jdbc.sql("UPDATE idempotency_record SET " + column + " = now() - interval '1 second' WHERE idempotency_key = ?")
                .param(call.key().text())
                .update();
    }
}

package dev.capstan.marketdata.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.kit.testing.ServiceUnderTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedLeaseIT {

    private static final FeedStatus STATUS =
            new FeedStatus(true, Instant.parse("2026-11-20T10:00:00.123456Z"), 7L, 5L, 9L, -12L, 100, 2, 1, 3);

    private static final JdbcClient JDBC = migratedDatabase();

    private final String venue = UUID.randomUUID().toString();
    private final FeedLease first = new FeedLease(JDBC, venue, "market-data-1");
    private final FeedLease second = new FeedLease(JDBC, venue, "market-data-2");

    private static JdbcClient migratedDatabase() {
        var database =
                ServiceUnderTest.named("market-data-service", "market_data").database();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.jdbcUrl());
        owner.setUser(database.owner("market_data"));
        owner.setPassword(database.ownerPassword("market_data"));
        owner.setCurrentSchema("market_data");
        Flyway.configure()
                .dataSource(owner)
                .schemas("market_data")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return JdbcClient.create(owner);
    }

    @Test
    void isHeldByOneAndRenewedByItAlone() {
        assertThat(first.take(FeedStatus.NEVER)).isTrue();
        assertThat(second.take(FeedStatus.NEVER)).isFalse();
        assertThat(first.take(STATUS)).isTrue();
        assertThat(first.isHeld()).isTrue();
        assertThat(second.isHeld()).isFalse();
    }

    @Test
    void showsEveryoneWhatTheOwnerSaw() {
        first.take(STATUS);
        assertThat(second.standing()).contains(new FeedLease.Standing("market-data-1", true, STATUS));
    }

    @Test
    void goesToAnotherWhenItRanOut() {
        first.take(STATUS);
        JDBC.sql("UPDATE feed_lease SET lease_until = now() WHERE venue = ?")
                .param(venue)
                .update();
        assertThat(second.take(FeedStatus.NEVER)).isTrue();
        assertThat(first.take(STATUS)).isFalse();
        assertThat(first.isHeld()).isFalse();
    }

    @Test
    void goesToAnotherAtOnceWhenReleased() {
        first.take(STATUS);
        first.release();
        assertThat(first.isHeld()).isFalse();
        assertThat(second.take(FeedStatus.NEVER)).isTrue();
    }

    @Test
    void isNotTakenAwayByTheReleaseOfALateOwner() {
        first.take(STATUS);
        first.release();
        second.take(STATUS);
        first.release();
        assertThat(second.standing()).hasValueSatisfying(standing -> {
            assertThat(standing.owner()).isEqualTo("market-data-2");
            assertThat(standing.held()).isTrue();
        });
    }

    @Test
    void isGrantedToOneOfMany() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> taken = IntStream.range(0, 16)
                    .mapToObj(n -> new FeedLease(JDBC, venue, "replica-" + n))
                    .map(lease -> CompletableFuture.supplyAsync(() -> lease.take(FeedStatus.NEVER), threads))
                    .toList();
            assertThat(taken.stream().filter(CompletableFuture::join)).hasSize(1);
        }
    }
}

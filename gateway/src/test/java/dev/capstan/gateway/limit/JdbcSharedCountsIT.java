package dev.capstan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.gateway.limit.Budget.Window;
import dev.capstan.kit.testing.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcSharedCountsIT {

    private static JdbcClient jdbc;
    private static SharedCounts counts;

    private final Window open = window(Duration.ofMinutes(1));
    private final Window ended = window(Duration.ofMinutes(-5));

    @BeforeAll
    static void migrate() {
        var database = ServiceUnderTest.named("gateway", "gateway").database();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner("gateway"), database.ownerPassword("gateway"))
                .schemas("gateway")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        PGSimpleDataSource service = new PGSimpleDataSource();
        service.setUrl(database.jdbcUrl());
        service.setUser("gateway");
        service.setPassword(database.password("gateway"));
        service.setCurrentSchema("gateway");
        jdbc = JdbcClient.create(service);
        counts = new JdbcSharedCounts(jdbc);
    }

    @Test
    void addsUpAndAnswersEachSum() {
        Window other = window(Duration.ofMinutes(1));
        assertThat(counts.add(Map.of(open, 2L, other, 1L))).isEqualTo(Map.of(open, 2L, other, 1L));
        assertThat(counts.add(Map.of(open, -1L))).isEqualTo(Map.of(open, 1L));
        Window next = new Window(open.key(), open.number() + 1, open.end().plusSeconds(60));
        assertThat(counts.add(Map.of(next, 1L))).isEqualTo(Map.of(next, 1L));
    }

    @Test
    void losesNoneOfManyAtOnce() {
        losesNone(counts);
    }

    @Test
    void losesNoneWhenManyAreAddedTogether() {
        losesNone(new CombinedCounts(counts));
    }

    private void losesNone(SharedCounts counts) {
        Window other = window(Duration.ofMinutes(1));
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 80)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> counts.add(Map.of(open, 1L, other, 1L)), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(counts.add(Map.of(open, 0L, other, 0L))).isEqualTo(Map.of(open, 80L, other, 80L));
    }

    @Test
    void forgetsWhatEndedLongAgo() {
        counts.add(Map.of(open, 1L, ended, 1L));
        counts.purge();
        assertThat(rows(ended)).isZero();
        assertThat(rows(open)).isEqualTo(1);
    }

    private static int rows(Window window) {
        return jdbc.sql("SELECT count(*) FROM rate_count WHERE key = :key")
                .param("key", window.key())
                .query(Integer.class)
                .single();
    }

    private static Window window(Duration left) {
        Instant end = Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS);
        return new Window("1|test|" + UUID.randomUUID(), end.getEpochSecond() / 60, end);
    }
}

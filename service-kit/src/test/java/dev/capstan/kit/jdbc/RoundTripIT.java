package dev.capstan.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.kit.testing.KitDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoundTripIT {

    private static final RowMapper<Long> NUMBER = (row, index) -> row.getLong(1);
    private static final String READ = "SELECT fence FROM outbox_bucket WHERE bucket = ?";

    private final KitDatabase database = KitDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final Transactions transactions = database.transactions();

    @BeforeEach
    void prepare() {
        jdbc.sql("UPDATE outbox_bucket SET fence = 0").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void answersEachStatementWithItsOwnRows() {
        for (int again = 0; again < 20; again++) {
            RoundTrip trip = trip();
            RoundTrip.Rows<Long> numbers =
                    trip.query("SELECT * FROM generate_series(1, ?) AS n", List.of(3), (row, index) -> row.getLong(1));
            trip.update("UPDATE outbox_bucket SET fence = ? WHERE bucket = ?", List.of(again, 1));
            RoundTrip.Rows<Long> none = trip.query(READ, List.of(-1), NUMBER);
            RoundTrip.Rows<String> text = trip.query(
                    "SELECT ?::text", Arrays.asList((Object) null), (row, index) -> String.valueOf(row.getString(1)));
            RoundTrip.Rows<Long> fence = trip.query(READ, List.of(1), NUMBER);
            trip.send();

            assertThat(numbers.list()).containsExactly(1L, 2L, 3L);
            assertThat(none.list()).isEmpty();
            assertThat(text.list()).containsExactly("null");
            assertThat(fence.list()).containsExactly((long) again);
        }
    }

    /** What reads merged behind a lock rely on. Many times, because the driver treats a statement that it knows differently. */
    @Test
    void seesBehindALockWhatWasCommittedWhileItWaited() throws Exception {
        for (int again = 0; again < 20; again++) {
            long before = again;
            CountDownLatch locked = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> holder = threads.submit(() -> transactions.run(() -> {
                    jdbc.sql("SELECT fence FROM outbox_bucket WHERE bucket = 1 FOR UPDATE")
                            .query(Long.class)
                            .single();
                    locked.countDown();
                    awaitWaiter();
                    jdbc.sql("UPDATE outbox_bucket SET fence = ? WHERE bucket = 2")
                            .param(before + 1)
                            .update();
                }));
                assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
                long seen = transactions.call(() -> {
                    RoundTrip trip = trip();
                    trip.query(READ + " FOR UPDATE", List.of(1), NUMBER);
                    RoundTrip.Rows<Long> other = trip.query(READ, List.of(2), NUMBER);
                    trip.send();
                    return other.list().getFirst();
                });
                holder.get(10, TimeUnit.SECONDS);
                assertThat(seen).isEqualTo(before + 1);
            }
        }
    }

    /** Otherwise the database would plan every statement of every trip anew. */
    @Test
    void isPreparedByTheDatabaseAsOtherStatementsAre() {
        long prepared = transactions.call(() -> {
            for (int again = 0; again < 10; again++) {
                RoundTrip trip = trip();
                trip.query(READ + " FOR UPDATE", List.of(1), NUMBER);
                trip.query(READ, List.of(2), NUMBER);
                trip.send();
            }
            return jdbc.sql(
                            "SELECT count(*) FROM pg_prepared_statements WHERE ltrim(statement) LIKE 'SELECT fence FROM outbox_bucket%'")
                    .query(Long.class)
                    .single();
        });

        assertThat(prepared).isEqualTo(2);
    }

    @Test
    void runsNothingBehindAStatementThatFails() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    RoundTrip trip = trip();
                    trip.update("UPDATE outbox_bucket SET fence = 7 WHERE bucket = ?", List.of(3));
                    trip.update("INSERT INTO outbox_bucket (bucket) VALUES (?)", List.of(3));
                    trip.send();
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(fence(3)).isZero();
    }

    @Test
    void carriesManyStatementsAtOnce() {
        RoundTrip trip = trip();
        List<RoundTrip.Rows<Long>> answers = IntStream.range(0, 200)
                .mapToObj(i -> trip.query("SELECT ?::bigint", List.of(i), NUMBER))
                .toList();
        trip.send();

        assertThat(answers)
                .extracting(rows -> rows.list().getFirst())
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(Long::valueOf).toList());
    }

    @Test
    void givesNoAnswerBeforeItWasSent() {
        RoundTrip.Rows<Long> rows = trip().query(READ, List.of(1), NUMBER);

        assertThatThrownBy(rows::list).isInstanceOf(IllegalStateException.class);
    }

    private void awaitWaiter() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql(
                                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database())")
                        .query(Boolean.class)
                        .single());
    }

    private RoundTrip trip() {
        return new RoundTrip(new JdbcTemplate(database.dataSource()));
    }

    private long fence(int bucket) {
        return jdbc.sql(READ).param(bucket).query(Long.class).single();
    }
}

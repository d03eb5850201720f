package dev.capstan.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.kit.testing.KitDatabase;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

class TransactionsIT {

    private final KitDatabase database = KitDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final Transactions transactions = database.transactions();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beginsAgainAfterADeadlock() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = executor.submit(() -> lockBoth(1, 2, bothHoldOne, attempts));
            var two = executor.submit(() -> lockBoth(2, 1, bothHoldOne, attempts));
            one.get(20, TimeUnit.SECONDS);
            two.get(20, TimeUnit.SECONDS);
        }
        assertThat(attempts).hasValue(3);
        assertThat(fence(1) + fence(2)).isEqualTo(4);
    }

    private void lockBoth(int first, int second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        AtomicInteger own = new AtomicInteger();
        transactions.run(() -> {
            attempts.incrementAndGet();
            raise(first);
            if (own.getAndIncrement() == 0) {
                meet(bothHoldOne);
            }
            raise(second);
        });
    }

    @Test
    void givesUpAfterThreeAttemptsAndNeverRepeatsInsideARunningTransaction() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> transactions.run(() -> fail(attempts))).isInstanceOf(CannotAcquireLockException.class);
        assertThat(attempts).hasValue(3);

        AtomicInteger inner = new AtomicInteger();
        AtomicInteger outer = new AtomicInteger();
        assertThatThrownBy(() -> transactions.run(() -> {
                    outer.incrementAndGet();
                    transactions.run(() -> fail(inner));
                }))
                .isInstanceOf(CannotAcquireLockException.class);
        assertThat(inner).hasValue(outer.get());
    }

    @Test
    void beginsAgainWhenTheDatabaseEndedItForStandingStill() {
        AtomicInteger attempts = new AtomicInteger();
        transactions.run(() -> {
            jdbc.sql("SELECT set_config('idle_in_transaction_session_timeout', '50', true)")
                    .query(String.class)
                    .single();
            if (attempts.incrementAndGet() == 1) {
                raise(1);
                standStillUntilTheDatabaseEndsIt();
            }
            raise(1);
        });
        assertThat(attempts).hasValue(2);
        assertThat(fence(1)).isEqualTo(1);
    }

    @Test
    void beginsAgainWhenItStoodStillBeforeItsCommit() {
        AtomicInteger attempts = new AtomicInteger();
        transactions.run(() -> {
            jdbc.sql("SELECT set_config('idle_in_transaction_session_timeout', '50', true)")
                    .query(String.class)
                    .single();
            raise(1);
            if (attempts.incrementAndGet() == 1) {
                standStillUntilTheDatabaseEndsIt();
            }
        });
        assertThat(attempts).hasValue(2);
        assertThat(fence(1)).isEqualTo(1);
    }

    private static void fail(AtomicInteger attempts) {
        attempts.incrementAndGet();
        throw new CannotAcquireLockException("deadlock");
    }

    private void raise(int bucket) {
        jdbc.sql("UPDATE outbox_bucket SET fence = fence + 1 WHERE bucket = :bucket")
                .param("bucket", bucket)
                .update();
    }

    private long fence(int bucket) {
        return jdbc.sql("SELECT fence FROM outbox_bucket WHERE bucket = :bucket")
                .param("bucket", bucket)
                .query(Long.class)
                .single();
    }

    private static void standStillUntilTheDatabaseEndsIt() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

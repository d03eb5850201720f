package dev.capstan.execution.venue.adapter.binance.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.websocket.ReportDelivery.Endings;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportDeliveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final AccountId ACCOUNT = AccountId.of(UUID.randomUUID());

    private final Semaphore leave = new Semaphore(0);
    private final LongAdder delivered = new LongAdder();

    /** Whatever it cannot read becomes a gap, which is told when there is leave. */
    private final ReportDelivery delivery = new ReportDelivery(
            ACCOUNT,
            new ExecutionReports(ACCOUNT, _ -> Optional.empty()),
            report -> {
                throw new AssertionError(report);
            },
            new BalanceBook(),
            (_, _) -> leave.acquireUninterruptibly(),
            new NoEndings(),
            delivered,
            2);

    @AfterEach
    void close() {
        leave.release(10);
        delivery.close();
    }

    @Test
    void aFrameIsPendingUntilItWasDealtWith() {
        delivery.offer("unreadable");
        delivery.offer("unreadable");
        await().atMost(LIMIT).until(leave::hasQueuedThreads);
        assertThat(delivery.undelivered()).isEqualTo(2);
        assertThat(delivered.sum()).isZero();
        leave.release(2);
        await().atMost(LIMIT).until(() -> delivery.undelivered() == 0);
        assertThat(delivered.sum()).isEqualTo(2);
    }

    private static final class NoEndings implements Endings {

        @Override
        public void subscriptionEnded() {
            throw new AssertionError("not ended");
        }

        @Override
        public void connectionWillEnd() {
            throw new AssertionError("not about to end");
        }
    }
}

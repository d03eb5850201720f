package dev.capstan.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void startsLaterCallsWhileEarlierOnesHang() throws InterruptedException {
        CountDownLatch lastStarted = new CountDownLatch(20);
        ConcurrentLinkedQueue<Boolean> sawTheLast = new ConcurrentLinkedQueue<>();
        OpenLoop.run(1_000, 20, Duration.ofSeconds(20), (index, due) -> {
            lastStarted.countDown();
            sawTheLast.add(awaits(lastStarted));
        });
        assertThat(sawTheLast).hasSize(20).containsOnly(true);
    }

    @Test
    void dueTimesFollowTheRate() throws InterruptedException {
        ConcurrentLinkedQueue<Long> due = new ConcurrentLinkedQueue<>();
        OpenLoop.run(1_000, 11, Duration.ofSeconds(20), (index, at) -> due.add(at));
        long first = due.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = due.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(last - first).isEqualTo(TimeUnit.MILLISECONDS.toNanos(10));
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

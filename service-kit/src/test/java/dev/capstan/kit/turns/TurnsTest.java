package dev.capstan.kit.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns<String> turns = new Turns<>();

    @Test
    void whoLosesPatienceDoesNothing() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first =
                    threads.submit(() -> turns.inTurn(new TreeSet<>(List.of("a")), () -> holdUntil(inside, leave)));
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(turns.inTurn("a", Duration.ofMillis(20), () -> "second")).isEmpty();
            assertThat(turns.inTurn("b", Duration.ofMillis(20), () -> "other key"))
                    .contains("other key");
            leave.countDown();
            assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(turns.inTurn("a", Duration.ofSeconds(5), () -> "second")).contains("second");
        }
    }

    /** The same two keys from both ends: sorted, they cannot wait for each other. */
    @Test
    void severalKeysAreTakenInOneOrder() throws Exception {
        int rounds = 500;
        int[] count = new int[1];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = threads.submit(() -> repeat(rounds, List.of("a", "b"), count));
            Future<?> other = threads.submit(() -> repeat(rounds, List.of("b", "a"), count));
            one.get(20, TimeUnit.SECONDS);
            other.get(20, TimeUnit.SECONDS);
        }
        assertThat(count[0]).isEqualTo(2 * rounds);
    }

    private void repeat(int rounds, List<String> keys, int[] count) {
        for (int i = 0; i < rounds; i++) {
            turns.inTurn(new TreeSet<>(keys), () -> count[0]++);
        }
    }

    private static String holdUntil(CountDownLatch inside, CountDownLatch leave) {
        inside.countDown();
        try {
            assertThat(leave.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return "first";
    }
}

package dev.capstan.kit.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns<String> turns = new Turns<>();

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
}

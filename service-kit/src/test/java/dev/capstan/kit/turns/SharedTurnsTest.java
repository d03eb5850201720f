package dev.capstan.kit.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTurnsTest {

    private static final int MOST = 4;

    private final List<List<Integer>> servings = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inLine = new AtomicInteger();
    private final SharedTurns<String, Integer> turns = new SharedTurns<>(line -> {
        inLine.set(line.size());
        return line.subList(0, Math.min(MOST, line.size()));
    });

    @Test
    void servesAloneWhoFindsNobody() {
        turns.take("row", 1, servings::add);
        turns.take("row", 2, servings::add);

        assertThat(servings).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void servesTogetherWhoWaitedMeanwhile() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> turns.take("row", 0, together -> awaitQuietly(busy)));
            await().until(() -> inLine.get() == 1);
            List<Future<?>> others = new ArrayList<>();
            for (int i = 1; i <= MOST; i++) {
                int work = i;
                others.add(threads.submit(() -> turns.take("row", work, servings::add)));
            }
            turns.take("another row", 99, servings::add);
            await().until(() -> others.stream().noneMatch(Future::isDone));
            busy.countDown();
            first.get(20, TimeUnit.SECONDS);
            for (Future<?> other : others) {
                other.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(servings.getFirst()).containsExactly(99);
        assertThat(servings.stream().skip(1).flatMap(List::stream)).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void servesEverybodyOnceAndNeverTwoAtATime() throws Exception {
        int each = 500;
        int[] unguarded = new int[1];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int from = thread * each;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        turns.take("row", from + i, together -> {
                            unguarded[0] += together.size();
                            servings.add(together);
                        });
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(20, TimeUnit.SECONDS);
            }
        }
        assertThat(unguarded[0]).isEqualTo(8 * each);
        assertThat(servings.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        assertThat(servings).allMatch(together -> together.size() <= MOST);
    }

    @Test
    void goesOnAfterAServingThatFailed() {
        assertThatThrownBy(() -> turns.take("row", 1, together -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        turns.take("row", 2, servings::add);

        assertThat(servings).containsExactly(List.of(2));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

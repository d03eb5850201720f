package dev.capstan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.gateway.limit.Budget.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class CombinedCountsTest {

    private static final Window ANN = window("ann");
    private static final Window BOB = window("bob");
    private static final Window ADDRESS = window("1.1.1.1");

    private final List<Map<Window, Long>> statements = Collections.synchronizedList(new ArrayList<>());
    private final Map<Window, Long> rows = new HashMap<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final SharedCounts counts = new CombinedCounts(new Table());

    /** While the first statement runs, three more calls come: they share the second one, and each hears another sum. */
    @Test
    void addsInOneStatementWhatCameMeanwhile() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            CompletableFuture<Map<Window, Long>> first = add(threads, Map.of(ADDRESS, 1L));
            await().until(() -> statements.size() == 1);
            List<Map<Window, Long>> calls =
                    List.of(Map.of(ANN, 1L, ADDRESS, 1L), Map.of(BOB, 1L, ADDRESS, 1L), Map.of(ANN, 1L, ADDRESS, 1L));
            CountDownLatch begun = new CountDownLatch(calls.size());
            List<CompletableFuture<Map<Window, Long>>> others = calls.stream()
                    .map(call -> CompletableFuture.supplyAsync(
                            () -> {
                                begun.countDown();
                                return counts.add(call);
                            },
                            threads))
                    .toList();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            release.countDown();

            assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(Map.of(ADDRESS, 1L));
            List<Map<Window, Long>> answers =
                    others.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(sums -> sums.get(ADDRESS)).containsExactlyInAnyOrder(2L, 3L, 4L);
            assertThat(List.of(answers.get(0), answers.get(2)))
                    .extracting(sums -> sums.get(ANN))
                    .containsExactlyInAnyOrder(1L, 2L);
            assertThat(answers.get(1)).containsEntry(BOB, 1L);
        }
        assertThat(rows).isEqualTo(Map.of(ADDRESS, 4L, ANN, 2L, BOB, 1L));
    }

    @Test
    void tellsEachThatTheTableIsAway() {
        SharedCounts away = new CombinedCounts(new SharedCounts() {
            @Override
            public Map<Window, Long> add(Map<Window, Long> calls) {
                throw new DataAccessResourceFailureException("away");
            }

            @Override
            public void purge() {}
        });

        assertThatThrownBy(() -> away.add(Map.of(ANN, 1L))).hasMessage("away");
        assertThatThrownBy(() -> away.add(Map.of(ANN, 1L))).hasMessage("away");
    }

    private CompletableFuture<Map<Window, Long>> add(ExecutorService threads, Map<Window, Long> calls) {
        return CompletableFuture.supplyAsync(() -> counts.add(calls), threads);
    }

    private static Window window(String key) {
        return new Window(key, 1, Instant.parse("2026-11-20T09:31:00Z"));
    }

    /** The first statement takes until it is released. */
    private final class Table implements SharedCounts {

        @Override
        public Map<Window, Long> add(Map<Window, Long> calls) {
            statements.add(calls);
            try {
                assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Map<Window, Long> sums = new HashMap<>();
            calls.forEach((window, more) -> sums.put(window, rows.merge(window, more, Long::sum)));
            return sums;
        }

        @Override
        public void purge() {}
    }
}

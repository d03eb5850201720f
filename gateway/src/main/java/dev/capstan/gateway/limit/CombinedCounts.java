package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Window;
import dev.capstan.kit.turns.SharedTurns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds what waits to be added in one statement. All calls of a busy user want the same row; each with a statement of its own they would
 * stand in line for it with a connection in their hands.
 */
final class CombinedCounts implements SharedCounts {

    private static final int MOST = 256;
    private static final String TABLE = "rate_count";

    private final SharedCounts table;
    private final SharedTurns<String, Adding> turns =
            new SharedTurns<>(line -> line.subList(0, Math.min(MOST, line.size())));

    CombinedCounts(SharedCounts table) {
        this.table = table;
    }

    @Override
    public Map<Window, Long> add(Map<Window, Long> calls) {
        Adding adding = new Adding(calls);
        turns.take(TABLE, adding, this::addAll);
        return adding.sums();
    }

    private void addAll(List<Adding> together) {
        Map<Window, Long> total = new HashMap<>();
        together.forEach(adding -> adding.calls.forEach((window, more) -> total.merge(window, more, Long::sum)));
        try {
            Map<Window, Long> sums = new HashMap<>(table.add(total));
            // Each hears the sums as if they had come one after the other: the last one hears all of it.
            together.reversed().forEach(adding -> adding.take(sums));
        } catch (RuntimeException e) {
            together.forEach(adding -> adding.failure = e);
        }
    }

    @Override
    public void purge() {
        table.purge();
    }

    private static final class Adding {

        private final Map<Window, Long> calls;
        private final Map<Window, Long> sums = new HashMap<>();
        private @Nullable RuntimeException failure;

        private Adding(Map<Window, Long> calls) {
            this.calls = calls;
        }

        private void take(Map<Window, Long> left) {
            calls.forEach((window, more) -> {
                Long sum = left.get(window);
                if (sum != null) {
                    sums.put(window, sum);
                    left.put(window, sum - more);
                }
            });
        }

        private Map<Window, Long> sums() {
            if (failure != null) {
                throw failure;
            }
            return sums;
        }
    }
}

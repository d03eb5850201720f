package dev.capstan.kit.turns;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Turns at a row that are shared: the thread whose turn it is serves others who wait for the same row along with itself, so a busy row
 * is locked once for several of them. Where nobody waits, everybody is served alone and at once.
 *
 * @param <K> what names the row
 * @param <W> what is to be done there
 */
public final class SharedTurns<K, W> {

    private final UnaryOperator<List<W>> choose;
    private final ConcurrentMap<K, Line> lines = new ConcurrentHashMap<>();

    /** @param choose who of those in line is served together, the first of them always included */
    public SharedTurns(UnaryOperator<List<W>> choose) {
        this.choose = choose;
    }

    /**
     * Returns when {@code work} was served, by this thread or by another's that served it too.
     *
     * @param serve does all it is given, and leaves in each what became of it: what it throws reaches this thread alone
     */
    public void take(K key, W work, Consumer<List<W>> serve) {
        Line line = lines.computeIfAbsent(key, any -> new Line());
        boolean first = line.stand(work).called().join();
        if (first) {
            line.serve(serve);
        }
    }

    private final class Line {

        private final Deque<Place<W>> places = new ArrayDeque<>();

        /** Who finds nobody there is the first. */
        synchronized Place<W> stand(W work) {
            Place<W> place = new Place<>(work, new CompletableFuture<>());
            places.add(place);
            if (places.size() == 1) {
                place.called().complete(true);
            }
            return place;
        }

        void serve(Consumer<List<W>> serve) {
            List<W> together = choice();
            try {
                serve.accept(together);
            } finally {
                leave(together);
            }
        }

        private synchronized List<W> choice() {
            return List.copyOf(choose.apply(places.stream().map(Place::work).toList()));
        }

        /** Those who were served go, and who is the first then serves next. */
        private synchronized void leave(List<W> served) {
            Set<W> gone = Collections.newSetFromMap(new IdentityHashMap<>());
            gone.addAll(served);
            places.removeIf(place -> {
                boolean goes = gone.contains(place.work());
                if (goes) {
                    place.called().complete(false);
                }
                return goes;
            });
            if (!places.isEmpty()) {
                places.getFirst().called().complete(true);
            }
        }
    }

    /** @param called whether the one who stands here is to serve; false when another did it for him */
    private record Place<W>(W work, CompletableFuture<Boolean> called) {}
}

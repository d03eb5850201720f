package dev.capstan.systemtests.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Chooses an operation's cases: of every kind about as many, two thirds of them such that the operation has to answer itself. */
final class CasePlan {

    private static final int MOST_ROUNDS = 100;

    private final Random random;
    private final int wanted;

    CasePlan(Random random, int wanted) {
        this.random = random;
        this.wanted = wanted;
    }

    /** @param source makes more cases each time it is asked, as far as there are more */
    List<FuzzCase> of(Function<Random, List<FuzzCase>> source) {
        Map<String, FuzzCase> reaching = new LinkedHashMap<>();
        Map<String, FuzzCase> stopped = new LinkedHashMap<>();
        int most = (wanted + 2) / 3;
        for (int round = 0;
                round < MOST_ROUNDS && reaching.size() + Math.min(stopped.size(), most) < 2 * wanted;
                round++) {
            for (FuzzCase each : source.apply(random)) {
                (each.aimsAtHandler() ? reaching : stopped).putIfAbsent(each.toString(), each);
            }
        }
        List<FuzzCase> chosen = new ArrayList<>();
        chosen.add(FuzzCase.valid());
        chosen.addAll(evenly(stopped.values(), most));
        chosen.addAll(evenly(reaching.values(), wanted - chosen.size()));
        return chosen;
    }

    /** One of each kind by turns. */
    private List<FuzzCase> evenly(Collection<FuzzCase> pool, int count) {
        List<FuzzCase> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        Map<Kind, Deque<FuzzCase>> byKind = new EnumMap<>(Kind.class);
        shuffled.forEach(each ->
                byKind.computeIfAbsent(each.kind(), _ -> new ArrayDeque<>()).add(each));
        List<FuzzCase> chosen = new ArrayList<>();
        while (chosen.size() < count && !byKind.isEmpty()) {
            byKind.values().removeIf(Deque::isEmpty);
            for (Deque<FuzzCase> cases : byKind.values()) {
                if (chosen.size() < count && !cases.isEmpty()) {
                    chosen.add(cases.removeFirst());
                }
            }
        }
        return chosen;
    }
}

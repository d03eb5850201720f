package dev.capstan.launcher.step;

import dev.capstan.launcher.LaunchFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Waits until nothing is under way anywhere.
 *
 * <p>Everybody is looked at until quiet once, and then all are looked at again: when these looks begin, the first ones of all are over. Who is
 * as before had nothing to do from one to the other, so in the moment between the two rounds nobody had. What goes from one to another
 * was pending in a first look, or is counted as done in a second. A first look may be as old as the last quiet: who is as then had nothing to do
 * ever since.
 *
 * <p>Used by one thread at a time.
 */
final class Quiet {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(25);

    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration limit;

    /** How everybody was when all was quiet last. */
    private Map<QuietCheck, QuietCheck.Look> known = Map.of();

    Quiet(Duration limit) {
        this.limit = limit;
    }

    /**
     * Returns when it is.
     *
     * @param checks all of them
     * @param way some of them, as one causes what the next do; who causes and is caused comes twice
     * @throws LaunchFailure naming who was not quiet in time, and why
     */
    void await(List<QuietCheck> checks, List<List<QuietCheck>> way) {
        long end = System.nanoTime() + limit.toNanos();
        Map<QuietCheck, QuietCheck.Look> before = follow(way, end);
        while (true) {
            Map<QuietCheck, QuietCheck.Look> now = look(checks);
            if (now.equals(before) && restless(now).isEmpty()) {
                known = now;
                return;
            }
            if (System.nanoTime() - end > 0) {
                throw new LaunchFailure("not quiet after " + limit.toSeconds() + " s: " + unrest(before, now));
            }
            before = now;
            pause(PAUSE);
            settle(before, end);
        }
    }

    /**
     * While one is busy nobody further on need be looked at, as all it would show is that it is not yet its turn; and where nobody has moved the
     * way ends: nothing came this far. Gives the first looks at everybody, of whom else as they are known.
     */
    private Map<QuietCheck, QuietCheck.Look> follow(List<List<QuietCheck>> way, long end) {
        Map<QuietCheck, QuietCheck.Look> before = new HashMap<>(known);
        for (List<QuietCheck> place : way) {
            Map<QuietCheck, QuietCheck.Look> looks = look(place);
            settle(looks, end);
            boolean moved = looks.entrySet().stream()
                    .anyMatch(entry -> !entry.getValue().equals(before.get(entry.getKey())));
            before.putAll(looks);
            if (!moved) {
                break;
            }
        }
        return before;
    }

    /**
     * Until each of these looks is one of a quiet one. Only those who have something under way are looked at again: looking costs those who are
     * looked at.
     */
    private void settle(Map<QuietCheck, QuietCheck.Look> looks, long end) {
        Duration pause = PAUSE;
        List<QuietCheck> busy = restless(looks);
        while (!busy.isEmpty() && System.nanoTime() - end < 0) {
            pause(pause);
            looks.putAll(look(busy));
            busy = restless(looks);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static List<QuietCheck> restless(Map<QuietCheck, QuietCheck.Look> looks) {
        return looks.entrySet().stream()
                .filter(entry -> !entry.getValue().isQuiet())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<QuietCheck, QuietCheck.Look> look(List<QuietCheck> checks) {
        Map<QuietCheck, CompletableFuture<QuietCheck.Look>> asked = new LinkedHashMap<>();
        checks.forEach(check -> asked.put(check, CompletableFuture.supplyAsync(check::look, executor)));
        Map<QuietCheck, QuietCheck.Look> looks = new LinkedHashMap<>();
        asked.forEach((check, look) -> looks.put(check, look.join()));
        return looks;
    }

    private static String unrest(Map<QuietCheck, QuietCheck.Look> before, Map<QuietCheck, QuietCheck.Look> now) {
        return now.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().isQuiet() || !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> entry.getKey().name() + ": "
                        + (entry.getValue().isQuiet() ? "goes on finishing things" : entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw LaunchFailure.interrupted("waiting for quiet", e);
        }
    }
}

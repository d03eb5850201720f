package dev.capstan.gateway.limit;

import dev.capstan.gateway.limit.Budget.Window;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What this gateway knows of the open windows: the sum of all gateways when it last asked, and what it counted since. */
final class Counts {

    /** So many keys at once are somebody making them up: whoever comes later counts as one. */
    private static final int MOST = 100_000;

    private static final class Count {
        private final AtomicLong known = new AtomicLong();
        private final AtomicLong untold = new AtomicLong();

        long used() {
            return known.get() + untold.get();
        }
    }

    private final Map<Window, Count> counts = new ConcurrentHashMap<>();

    long used(Window window) {
        Count count = counts.get(fitted(window));
        return count == null ? 0 : count.used();
    }

    /** Counts {@code calls} more here; negative gives calls back. */
    long add(Window window, long calls) {
        Count count = count(window);
        count.untold.addAndGet(calls);
        return count.used();
    }

    /** The sum right after a call of ours was added to it at once; calls of others may have been added since. */
    long added(Window window, long sum) {
        Count count = count(window);
        count.known.accumulateAndGet(sum, Math::max);
        return sum + count.untold.get();
    }

    /** What the others have not been told. */
    Map<Window, Long> untold() {
        Map<Window, Long> untold = new HashMap<>();
        counts.forEach((window, count) -> {
            long calls = count.untold.get();
            if (calls != 0) {
                untold.put(window, calls);
            }
        });
        return untold;
    }

    /** They have been told {@code calls}, which is part of the sum now. */
    void told(Window window, long calls, long sum) {
        Count count = counts.get(window);
        if (count != null) {
            count.known.set(sum);
            count.untold.addAndGet(-calls);
        }
    }

    void forgetEndedBefore(Instant now) {
        counts.keySet().removeIf(window -> window.end().isBefore(now));
    }

    private Count count(Window window) {
        return counts.computeIfAbsent(fitted(window), _ -> new Count());
    }

    private Window fitted(Window window) {
        return counts.size() < MOST || counts.containsKey(window)
                ? window
                : new Window("crowd", window.number(), window.end());
    }
}

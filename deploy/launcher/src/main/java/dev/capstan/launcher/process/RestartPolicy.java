package dev.capstan.launcher.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** When to start a process again that died: soon, then later, and not at all once it keeps dying. */
public final class RestartPolicy {

    /** Deaths within {@link #WINDOW} after which we give up. */
    public static final int DEATHS = 5;

    /** How far back deaths count. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final Clock clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    public RestartPolicy(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next start; nothing when it died too often. */
    public Optional<Duration> afterDeath() {
        Instant now = clock.instant();
        while (!deaths.isEmpty() && deaths.getFirst().isBefore(now.minus(WINDOW))) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        return deaths.size() < DEATHS ? Optional.of(PAUSES.get(deaths.size() - 1)) : Optional.empty();
    }
}

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

    /** How far back deaths count. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    /** After the fifth death within {@link #WINDOW} a process stays down. */
    public static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final Clock clock;
    private final List<Duration> pauses;
    private final boolean tireless;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    /**
     * A policy with these pauses.
     *
     * @param pauses before each new start; after one death more it is given up, so none means never again
     */
    public RestartPolicy(Clock clock, List<Duration> pauses) {
        this(clock, pauses, false);
    }

    private RestartPolicy(Clock clock, List<Duration> pauses, boolean tireless) {
        this.clock = clock;
        this.pauses = List.copyOf(pauses);
        this.tireless = tireless;
    }

    /** The usual {@link #PAUSES}, then no more. */
    public static RestartPolicy usual(Clock clock) {
        return new RestartPolicy(clock, PAUSES);
    }

    /** The first of {@link #PAUSES} before every start: for a stack in which processes die because somebody wants it. */
    public static RestartPolicy tireless(Clock clock) {
        return new RestartPolicy(clock, PAUSES, true);
    }

    /** How long to wait before the next start; nothing when it died too often. */
    public Optional<Duration> afterDeath() {
        if (tireless) {
            return Optional.of(pauses.getFirst());
        }
        Instant now = clock.instant();
        while (!deaths.isEmpty() && deaths.getFirst().isBefore(now.minus(WINDOW))) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        if (deaths.size() <= pauses.size()) {
            return Optional.of(pauses.get(deaths.size() - 1));
        }
        return Optional.empty();
    }
}

package dev.capstan.launcher.stack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one process of the stack.
 *
 * @param pid null when it does not run
 * @param port where it listens
 * @param restarts how often it was started again
 * @param since when it came into this state
 * @param problem why it is not well; null when it is
 */
public record ProcessStatus(
        String name,
        ProcessState state,
        @Nullable Long pid,
        int port,
        int restarts,
        Instant since,
        String log,
        @Nullable String problem) {}

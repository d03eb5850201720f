package dev.capstan.execution.background;

import java.time.Duration;

/**
 * How a loop slows down while it finds nothing and nobody signals.
 *
 * @param after so many rounds in a row for nothing
 * @param interval between rounds from then on; what nobody signals is found this late
 */
public record Calm(int after, Duration interval) {

    static final Calm NEVER = new Calm(Integer.MAX_VALUE, Duration.ZERO);
}

package dev.capstan.simulator.exchange.command;

import org.jspecify.annotations.Nullable;

/** What becomes of a wish for a step. */
public sealed interface StepAnswer permits Step, StepAnswer.Refused {

    /**
     * The market stays where it is.
     *
     * @param field of the wish that is at fault
     */
    record Refused(@Nullable String field, String reason) implements StepAnswer {}
}

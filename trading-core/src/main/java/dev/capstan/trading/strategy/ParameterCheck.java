package dev.capstan.trading.strategy;

import dev.capstan.contracts.problem.FieldError;
import java.util.List;

/** Whether given parameters will do. */
public sealed interface ParameterCheck {

    /** They do. */
    record Accepted(Parameters parameters) implements ParameterCheck {}

    /**
     * They do not.
     *
     * @param errors at least one; each names a parameter and what was expected of it
     */
    record Refused(List<FieldError> errors) implements ParameterCheck {}
}

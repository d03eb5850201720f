package dev.capstan.backtest.run.domain;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import java.util.List;

/**
 * Why a run failed, in the form in which a call would have been refused for the same reason.
 *
 * @param detail one sentence for people
 * @param errors fields of the request that are to blame; may be none
 */
public record RunFailure(ProblemCode code, String detail, List<FieldError> errors) {

    public RunFailure {
        errors = List.copyOf(errors);
    }

    /** Something of the request turned out to be wrong. */
    public static RunFailure invalid(String field, String reason) {
        return new RunFailure(
                ProblemCode.REQUEST_INVALID, "The run could not begin.", List.of(new FieldError(field, reason)));
    }

    /** Nothing of the request is to blame. */
    public static RunFailure of(ProblemCode code, String detail) {
        return new RunFailure(code, detail, List.of());
    }
}

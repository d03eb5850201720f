package dev.capstan.kit.problem;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A deliberate "no" of an HTTP call, written as an RFC 9457 problem. Its text is for the caller: no internals. */
public class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final List<FieldError> errors;
    private final Map<String, Object> extensions;
    private final @Nullable Integer retryAfterSeconds;

    private ProblemException(
            ProblemCode code,
            String detail,
            List<FieldError> errors,
            Map<String, Object> extensions,
            @Nullable Integer retryAfterSeconds) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(), Map.of(), null);
    }

    /** 400 {@code REQUEST_INVALID} about one field. */
    public static ProblemException invalid(String field, String reason) {
        return invalid(List.of(new FieldError(field, reason)));
    }

    /** 400 {@code REQUEST_INVALID}, all fields at once. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                ProblemCode.REQUEST_INVALID, "The request has invalid fields.", errors, Map.of(), null);
    }

    /** Adds members beside the standard ones, e.g. {@code orderId}. */
    public static ProblemException with(ProblemCode code, String detail, Map<String, Object> extensions) {
        return new ProblemException(code, detail, List.of(), extensions, null);
    }

    /** Says when to come back, as {@code Retry-After}. */
    public static ProblemException retryLater(ProblemCode code, String detail, int seconds) {
        return new ProblemException(code, detail, List.of(), Map.of(), seconds);
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}

package dev.capstan.kit.problem;

import dev.capstan.contracts.TextValue;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what the JSON reader stumbled over into the field's path and what was expected there, without naming a class of ours. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException failure) {
        String path = path(failure);
        return switch (failure) {
            case UnrecognizedPropertyException e -> Problem.invalid(path, "is not a field of this request");
            case InvalidFormatException e -> Problem.invalid(path, formatReason(e));
            case MismatchedInputException e -> mismatch(path, e);
            case StreamReadException e -> malformed(path, failure);
            default -> domainRefusal(path, failure);
        };
    }

    private static String formatReason(InvalidFormatException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("expected ")) {
            return message;
        }
        return expected(e.getTargetType()) + ", got: " + e.getValue();
    }

    private static Problem mismatch(String path, MismatchedInputException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Missing required") || message.startsWith("Invalid `null`")) {
            return Problem.invalid(path, "is required");
        }
        if (path.isEmpty()) {
            return malformed(path, e);
        }
        return Problem.invalid(path, expected(e.getTargetType()));
    }

    private static Problem malformed(String path, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? ""
                : " near line " + location.getLineNr() + ", column " + location.getColumnNr();
        List<FieldError> errors =
                path.isEmpty() ? List.of() : List.of(new FieldError(path, "is not the JSON that was expected"));
        return new Problem(
                ProblemCode.REQUEST_MALFORMED,
                "The body is not the JSON that was expected" + place + ".",
                errors,
                Map.of(),
                Map.of());
    }

    /** A record's own constructor said no: its message is the reason. */
    private static Problem domainRefusal(String path, JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return Problem.invalid(path, refusal.getMessage());
        }
        return malformed(path, e);
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    /** What a value of {@code type} looks like on the wire. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "expected another kind of value";
        }
        if (type.isEnum()) {
            return "expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == BigDecimal.class) {
            return "expected a decimal in plain notation as a string, e.g. \"0.015\"";
        }
        if (type == Instant.class) {
            return "expected an instant like 2026-11-20T09:30:00.000000Z";
        }
        if (TextValue.class.isAssignableFrom(type) || type == String.class) {
            return "expected a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "expected true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "expected a whole number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "expected a list";
        }
        return type == java.util.UUID.class ? "expected a UUID" : "expected an object";
    }
}

package dev.capstan.execution.account.adapter.web;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that the caller hears of all of it at once. */
final class Checks {

    private final List<FieldError> errors = new ArrayList<>();

    /** The field's value, or an empty text after an error was noted. */
    String text(String field, @Nullable String value, int maxLength) {
        String stripped = value == null ? "" : value.strip();
        if (stripped.isEmpty()
                || stripped.length() > maxLength
                || stripped.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(field, "expected 1 to " + maxLength + " characters without control characters"));
        }
        return stripped;
    }

    /** Keys and subjects: no spaces, no line ends. */
    String visibleAscii(String field, @Nullable String value, int maxLength) {
        if (value == null
                || value.isEmpty()
                || value.length() > maxLength
                || !value.chars().allMatch(c -> c > 32 && c < 127)) {
            errors.add(new FieldError(field, "expected 1 to " + maxLength + " visible ASCII characters"));
            return "";
        }
        return value;
    }

    /** One of a closed set; null after an error was noted. */
    <T> @Nullable T oneOf(String field, @Nullable String value, String expected, Function<String, T> parser) {
        try {
            if (value != null) {
                return parser.apply(value);
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words the caller can use.
        }
        errors.add(new FieldError(field, "expected " + expected));
        return null;
    }

    void done() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}

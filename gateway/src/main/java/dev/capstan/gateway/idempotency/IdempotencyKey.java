package dev.capstan.gateway.idempotency;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The caller's name for one effect: 1 to 255 visible ASCII characters. {@code "abc"} (a structured field string) and {@code abc} are
 * the same key.
 */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");

    /**
     * Reads the header's lines as they came.
     *
     * @throws ProblemException when there is none, more than one, or not a key
     */
    static IdempotencyKey fromHeader(List<String> lines) {
        if (lines.isEmpty() || (lines.size() == 1 && lines.getFirst().isBlank())) {
            throw ProblemException.of(
                    ProblemCode.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key with every call that changes something.");
        }
        String text = unquoted(lines.getFirst().strip());
        if (lines.size() > 1 || !VISIBLE.matcher(text).matches()) {
            throw ProblemException.of(
                    ProblemCode.IDEMPOTENCY_KEY_INVALID,
                    "Expected one Idempotency-Key of 1 to 255 visible ASCII characters, quoted or not.");
        }
        return new IdempotencyKey(text);
    }

    /** The form sent to services: bare, unless that would read as a quoted string. */
    String headerValue() {
        return text.startsWith("\"") ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : text;
    }

    /** A text that opens a quote and is no proper string gives the empty text, which is no key. */
    private static String unquoted(String raw) {
        if (!raw.startsWith("\"")) {
            return raw;
        }
        var quoted = QUOTED.matcher(raw);
        return quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : "";
    }
}

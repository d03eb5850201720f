package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's key of a call that changes something. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /** The key, or the problem with it. */
    static String require(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_MISSING, ProblemCode.IDEMPOTENCY_KEY_MISSING.title());
        }
        if (!FORM.matcher(header).matches()) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_INVALID, ProblemCode.IDEMPOTENCY_KEY_INVALID.title());
        }
        return header;
    }
}

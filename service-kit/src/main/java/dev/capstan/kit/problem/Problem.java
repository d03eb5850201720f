package dev.capstan.kit.problem;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 document in the making.
 *
 * @param extensions members beside the standard ones
 * @param headers of the answer, e.g. {@code Allow} or {@code Retry-After}
 */
public record Problem(
        ProblemCode code,
        String detail,
        List<FieldError> errors,
        Map<String, Object> extensions,
        Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of(), Map.of(), Map.of());
    }

    /** With the code's own sentence. */
    public static Problem of(ProblemCode code) {
        return of(code, code.title());
    }

    static Problem invalid(List<FieldError> errors) {
        return new Problem(ProblemCode.REQUEST_INVALID, "The request has invalid fields.", errors, Map.of(), Map.of());
    }

    static Problem invalid(String field, String reason) {
        return invalid(List.of(new FieldError(field, reason)));
    }

    static Problem from(ProblemException e) {
        Integer retryAfter = e.retryAfterSeconds();
        Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter.toString());
        return new Problem(e.code(), String.valueOf(e.getMessage()), e.errors(), e.extensions(), headers);
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, errors, extensions, more);
    }

    /** What is written, in the order of the RFC. */
    Map<String, Object> document(@Nullable String correlationId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", code.type());
        document.put("title", code.title());
        document.put("status", code.status());
        document.put("detail", detail);
        document.put("code", code.name());
        if (correlationId != null) {
            document.put("correlationId", correlationId);
        }
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        document.putAll(extensions);
        return document;
    }
}

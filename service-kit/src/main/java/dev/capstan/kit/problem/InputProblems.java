package dev.capstan.kit.problem;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** What is wrong with the caller's input, field by field. */
final class InputProblems {

    private InputProblems() {}

    static @Nullable Problem of(Throwable failure) {
        return switch (failure) {
            case BodyTooLarge e -> Problem.of(ProblemCode.BODY_TOO_LARGE);
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentNotValidException e -> Problem.invalid(fields(e.getBindingResult()));
            case HandlerMethodValidationException e -> parameters(e);
            case ConstraintViolationException e -> Problem.invalid(violations(e));
            case MethodArgumentTypeMismatchException e -> Problem.invalid(e.getName(), expected(e));
            case MissingServletRequestParameterException e -> Problem.invalid(e.getParameterName(), "is required");
            case MissingRequestHeaderException e -> Problem.invalid(e.getHeaderName(), "is required");
            default -> null;
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        // The reader wraps what went wrong below it, so the innermost is looked for first.
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return Problem.of(ProblemCode.BODY_TOO_LARGE);
            }
        }
        return e.getCause() instanceof JacksonException json
                ? JsonProblems.of(json)
                : Problem.of(ProblemCode.REQUEST_MALFORMED, "A JSON body is required.");
    }

    private static List<FieldError> fields(Errors result) {
        return Stream.concat(
                        result.getFieldErrors().stream().map(error -> new FieldError(error.getField(), reason(error))),
                        result.getGlobalErrors().stream().map(error -> new FieldError("", reason(error))))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
    }

    private static Problem parameters(HandlerMethodValidationException e) {
        return Problem.invalid(e.getParameterValidationResults().stream()
                .flatMap(InputProblems::fields)
                .toList());
    }

    private static Stream<FieldError> fields(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return fields((Errors) body).stream();
        }
        String name = Optional.ofNullable(result.getMethodParameter().getParameterName())
                .orElse("");
        return result.getResolvableErrors().stream().map(error -> new FieldError(name, reason(error)));
    }

    private static List<FieldError> violations(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        violation.getPropertyPath().toString().replaceFirst("^[^.]+\\.", ""), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
    }

    private static String reason(MessageSourceResolvable error) {
        return Optional.ofNullable(error.getDefaultMessage()).orElse("is invalid");
    }

    private static String expected(MethodArgumentTypeMismatchException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IllegalArgumentException && message != null && message.startsWith("expected ")) {
                return message;
            }
        }
        Class<?> type = e.getRequiredType();
        return JsonProblems.expected(type == null ? Object.class : type) + ", got: " + e.getValue();
    }
}

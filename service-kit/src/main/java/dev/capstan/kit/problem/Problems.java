package dev.capstan.kit.problem;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.failure.Infrastructure;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Says which problem a failure is. What nobody foresaw is a 500 that tells the caller nothing but where to look. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable failure) {
        Problem input = InputProblems.of(failure);
        if (input != null) {
            return input;
        }
        return switch (failure) {
            case ProblemException e -> Problem.from(e);
            case HttpRequestMethodNotSupportedException e ->
                Problem.of(ProblemCode.METHOD_NOT_ALLOWED).withHeader("Allow", allowed(e));
            case HttpMediaTypeNotSupportedException e ->
                Problem.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED).withHeader("Accept", accepted(e));
            case AsyncRequestTimeoutException e -> unavailable();
            // Keycloak's keys cannot be read: the token may be good, so this is not the caller's fault.
            case AuthenticationServiceException e -> unavailable();
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default -> unforeseen(failure);
        };
    }

    /** What the operation names, or else the one type that nearly all take. */
    private static String accepted(HttpMediaTypeNotSupportedException failure) {
        String named = failure.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .filter(type -> !type.contains("*"))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : named;
    }

    /** For failures of which only the status is known. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemCode.TOKEN_INVALID);
            case 403 -> Problem.of(ProblemCode.ACCESS_DENIED);
            case 404 -> Problem.of(ProblemCode.NOT_FOUND);
            case 405, 501 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE);
            case 408 -> Problem.of(ProblemCode.REQUEST_TIMEOUT);
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE);
            case 415 -> Problem.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
            case 429 -> Problem.of(ProblemCode.RATE_LIMITED);
            case 503 -> unavailable();
            default ->
                HttpStatusCode.valueOf(status).is4xxClientError()
                        ? Problem.of(ProblemCode.REQUEST_MALFORMED, "The request is not one that this server reads.")
                        : Problem.of(ProblemCode.INTERNAL_ERROR);
        };
    }

    private static Problem unforeseen(Throwable failure) {
        if (Infrastructure.isAway(failure)) {
            log.warn("A part that is needed is away: {}", failure.toString());
            return unavailable();
        }
        log.error("A request failed", failure);
        return Problem.of(ProblemCode.INTERNAL_ERROR);
    }

    private static Problem unavailable() {
        return Problem.of(ProblemCode.SERVICE_UNAVAILABLE).withHeader("Retry-After", "1");
    }

    private static String allowed(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> methods = Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of());
        return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}

package dev.capstan.kit.security;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.Problem;
import dev.capstan.kit.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403. Why a token was refused is said in general terms only. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem TOKEN_MISSING =
            Problem.of(ProblemCode.TOKEN_MISSING).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    private static final Problem TOKEN_INVALID = Problem.of(ProblemCode.TOKEN_INVALID)
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    private static final Problem ACCESS_DENIED = Problem.of(ProblemCode.ACCESS_DENIED)
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");

    private final ProblemWriter writer;
    private final Refusals refusals;

    SecurityProblems(ProblemWriter writer, Refusals refusals) {
        this.writer = writer;
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Problem refusal = failure instanceof OAuth2AuthenticationException ? TOKEN_INVALID : TOKEN_MISSING;
        writer.write(response, Objects.requireNonNullElse(refusals.instead(request, response), refusal));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        writer.write(response, ACCESS_DENIED);
    }
}

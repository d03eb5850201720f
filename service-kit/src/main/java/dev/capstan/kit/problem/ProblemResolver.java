package dev.capstan.kit.problem;

import dev.capstan.kit.failure.Infrastructure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure of a handler, whatever kind of handler it is. */
final class ProblemResolver implements HandlerExceptionResolver {

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (LostBody.isOf(request)) {
            return new ModelAndView();
        }
        // The caller must not take a half answer for a whole one: the container then breaks the connection.
        if (response.isCommitted()) {
            return null;
        }
        // Security decides between 401 and 403, further out.
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            return null;
        }
        if (!Infrastructure.isCallerGone(failure)) {
            write(response, Problems.of(failure));
        }
        return new ModelAndView();
    }

    private void write(HttpServletResponse response, Problem problem) {
        try {
            writer.write(response, problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

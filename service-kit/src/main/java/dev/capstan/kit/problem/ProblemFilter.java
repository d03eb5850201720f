package dev.capstan.kit.problem;

import dev.capstan.kit.failure.Infrastructure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Catches what filters throw, security's included, before the container writes a page of its own. */
final class ProblemFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;

    ProblemFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (LostBody.isOf(request)) {
                return;
            }
            if (response.isCommitted()) {
                throw e;
            }
            writer.write(response, Problems.of(e.getCause() == null ? e : e.getCause()));
        } catch (IOException | RuntimeException e) {
            if (Infrastructure.isCallerGone(e) || LostBody.isOf(request)) {
                return;
            }
            // An answer that has begun cannot become another one: the container breaks it off where it is.
            if (response.isCommitted()) {
                throw e;
            }
            writer.write(response, Problems.of(e));
        }
    }
}

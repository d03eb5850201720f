package dev.capstan.kit.problem;

import dev.capstan.contracts.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body whose type is a pattern: it says nothing of the body, and Spring fails on it where nobody could answer any more. */
final class BodyTypeFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.split(";", 2)[0].contains("*")) {
            throw ProblemException.of(
                    ProblemCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type: expected the type of the body, got: " + type);
        }
        chain.doFilter(request, response);
    }
}

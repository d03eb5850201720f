package dev.capstan.marketdata.candle.adapter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts the connection of an answer that has begun and cannot be finished: otherwise its end would look like any other, and a part of a file
 * like the whole. The container does so for what nobody catches, so this stands outside of everything that catches.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CutAnswer extends OncePerRequestFilter {

    private static final String CAUSE = CutAnswer.class.getName();

    /** Asks for the cut of the answer to {@code request}. */
    static void because(RuntimeException cause, HttpServletRequest request) {
        request.setAttribute(CAUSE, cause);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(CAUSE) instanceof RuntimeException cause) {
            throw new Unfinished(cause);
        }
    }

    private static final class Unfinished extends Error {

        Unfinished(RuntimeException cause) {
            super("an answer could not be finished", cause);
        }
    }
}

package dev.capstan.marketdata.candle.adapter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a refused file to its end, whoever refused it: a caller that is cut off while it sends does not see why. Callers without a token do not
 * come this far.
 */
@Component
class RefusedFile extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedFile.class);
    private static final int FIRST_REFUSAL = 400;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(CandleImportController.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= FIRST_REFUSAL) {
            drain(request);
        }
    }

    private static void drain(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("a refused file was not sent to its end: {}", e.toString());
        }
    }
}

package dev.capstan.kit.correlation;

import dev.capstan.kit.ids.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Accepts or makes the id of a request and puts it on the answer before anything can go wrong. */
final class CorrelationFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = CorrelationFilter.class.getName() + ".id";

    private final Ids ids;

    CorrelationFilter(Ids ids) {
        this.ids = ids;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        response.setHeader(Correlation.HTTP_HEADER, id);
        try (Correlation.Scope _ = Correlation.open(id)) {
            chain.doFilter(request, response);
        }
    }

    /** Error and asynchronous dispatches of a request go on with its id. */
    private String idOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String sent = request.getHeader(Correlation.HTTP_HEADER);
        String id = sent != null && Correlation.isAcceptable(sent)
                ? sent
                : ids.next().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}

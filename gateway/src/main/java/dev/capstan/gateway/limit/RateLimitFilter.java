package dev.capstan.gateway.limit;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits calls whose token was checked, and those that need none. */
final class RateLimitFilter extends OncePerRequestFilter {

    /** Refused for who calls, not for what was asked. */
    private static final Set<Integer> REFUSED_FOR_WHO = Set.of(401, 403);

    private final RateLimiter limiter;
    private final LimitMetrics metrics;

    RateLimitFilter(RateLimiter limiter, LimitMetrics metrics) {
        this.limiter = limiter;
        this.metrics = metrics;
    }

    /** Told by the decoded path, as it is routed: another spelling is no other budget. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<RouteGroup> group = RouteGroup.of(request.getMethod(), request.getServletPath());
        if (group.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Verdict verdict = limiter.count(group.get(), user(request), CallerAddress.of(request));
        tell(response, verdict);
        if (!verdict.isAllowed()) {
            metrics.refused(group.get());
            throw ProblemException.retryLater(
                    ProblemCode.RATE_LIMITED, ProblemCode.RATE_LIMITED.title(), verdict.retryAfterSeconds());
        }
        chain.doFilter(request, response);
        if (REFUSED_FOR_WHO.contains(response.getStatus())) {
            limiter.giveBackToAddress(verdict);
        }
    }

    static void tell(HttpServletResponse response, Verdict verdict) {
        response.setHeader("RateLimit-Policy", verdict.policies());
        response.setHeader("RateLimit", verdict.left());
    }

    private static @Nullable String user(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }
}

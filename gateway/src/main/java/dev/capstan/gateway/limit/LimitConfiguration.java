package dev.capstan.gateway.limit;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.Problem;
import dev.capstan.kit.security.Refusals;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where calls are counted: after the token check, and in it for those that fail it. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    /** Spring Security's chain stands at -100. */
    private static final int AFTER_THE_TOKEN = -90;

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(RateLimiter limiter, LimitMetrics metrics) {
        FilterRegistrationBean<RateLimitFilter> registration =
                new FilterRegistrationBean<>(new RateLimitFilter(limiter, metrics));
        registration.setOrder(AFTER_THE_TOKEN);
        return registration;
    }

    @Bean
    SharedCounts sharedCounts(JdbcClient jdbc) {
        return new CombinedCounts(new JdbcSharedCounts(jdbc));
    }

    /** Calls without a good token cost their address, and no user, anything. */
    @Bean
    Refusals limitedRefusals(RateLimiter limiter, LimitMetrics metrics) {
        return (request, response) -> {
            Verdict verdict = limiter.count(RouteGroup.REFUSED, null, CallerAddress.of(request));
            RateLimitFilter.tell(response, verdict);
            if (verdict.isAllowed()) {
                return null;
            }
            metrics.refused(RouteGroup.REFUSED);
            return Problem.of(ProblemCode.RATE_LIMITED)
                    .withHeader("Retry-After", String.valueOf(verdict.retryAfterSeconds()));
        };
    }
}

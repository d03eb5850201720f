package dev.capstan.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** {@code capstan_rate_limited_total} by group of routes. */
@Component
class LimitMetrics {

    private final Map<RouteGroup, Counter> refused = new EnumMap<>(RouteGroup.class);

    LimitMetrics(MeterRegistry registry) {
        for (RouteGroup group : RouteGroup.values()) {
            Counter counter = Counter.builder("capstan.rate.limited")
                    .description("Calls answered 429, by group of routes")
                    .tag("group", group.text())
                    .register(registry);
            refused.put(group, counter);
        }
    }

    void refused(RouteGroup group) {
        Objects.requireNonNull(refused.get(group)).increment();
    }
}

package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The venue's gauges, one set per environment. */
@Component
class VenueMetrics {

    VenueMetrics(BinanceEnvironments environments, MeterRegistry metrics) {
        environments.all().forEach(environment -> register(environment, metrics));
    }

    private static void register(BinanceEnvironment environment, MeterRegistry metrics) {
        String kind = environment.kind().name();
        Gauge.builder(
                        "venue.clock.usable",
                        environment,
                        each -> each.clock().now().isPresent() ? 1 : 0)
                .description("1 while the venue's time is known well enough to claim orders")
                .tag("environment", kind)
                .register(metrics);
        Gauge.builder("venue.clock.offset.ms", environment, VenueMetrics::offsetMillis)
                .description("The venue's clock minus ours")
                .tag("environment", kind)
                .register(metrics);
        Gauge.builder("venue.request.weight.used", environment, BinanceEnvironment::usedWeight)
                .description("Request weight used in the current minute, by the venue's word")
                .tag("environment", kind)
                .register(metrics);
    }

    private static double offsetMillis(BinanceEnvironment environment) {
        return environment.clockOffset().map(Duration::toMillis).orElse(0L);
    }
}

package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.http.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The venue's gauges, one set per environment. */
@Component
class VenueMetrics {

    VenueMetrics(BinanceEnvironments environments, OwnedStreams streams, MeterRegistry metrics) {
        environments.all().forEach(environment -> register(environment, metrics));
        Gauge.builder("venue.streams.down", streams, each -> each.look().down().size())
                .description("Accounts whose session is here and of which the venue tells nothing")
                .register(metrics);
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
        circuit(environment, "REST", environment.restBreaker(), metrics);
        circuit(environment, "STREAM", environment.streamBreaker(), metrics);
        Gauge.builder("venue.rules.stale", environment, each -> each.hasStaleRules() ? 1 : 0)
                .description("1 while the venue's rules were to be read again and could not be")
                .tag("environment", kind)
                .register(metrics);
        Gauge.builder(
                        "venue.rules.age.seconds",
                        environment,
                        each -> each.rulesAge().toSeconds())
                .description("Since the venue's rules were read")
                .tag("environment", kind)
                .register(metrics);
        Gauge.builder("venue.request.weight.limit", environment, BinanceEnvironment::grantedWeight)
                .description("Request weight the venue grants a minute")
                .tag("environment", kind)
                .register(metrics);
        Gauge.builder(
                        "venue.request.pause.ms",
                        environment,
                        each -> each.pause().toMillis())
                .description("How long the venue still wants to hear nothing from us")
                .tag("environment", kind)
                .register(metrics);
        Gauge.builder("venue.request.weight.used", environment, BinanceEnvironment::usedWeight)
                .description("Request weight used in the current minute, by the venue's word")
                .tag("environment", kind)
                .register(metrics);
    }

    private static void circuit(
            BinanceEnvironment environment, String api, CircuitBreaker breaker, MeterRegistry metrics) {
        Gauge.builder("venue.circuit.open", breaker, each -> each.isOpen() ? 1 : 0)
                .description("1 while the venue's API answers nobody and is only probed")
                .tag("environment", environment.kind().name())
                .tag("api", api)
                .register(metrics);
    }

    private static double offsetMillis(BinanceEnvironment environment) {
        return environment.clockOffset().map(Duration::toMillis).orElse(0L);
    }
}

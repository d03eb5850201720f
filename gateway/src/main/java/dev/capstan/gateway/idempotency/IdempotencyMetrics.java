package dev.capstan.gateway.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code capstan_idempotency_claims_total} by outcome. */
@Component
class IdempotencyMetrics {

    private final Counter granted;
    private final Counter inFlight;
    private final Counter reused;
    private final Counter replayed;
    private final Counter fenceLost;

    IdempotencyMetrics(MeterRegistry registry) {
        granted = counter(registry, "granted");
        inFlight = counter(registry, "in_flight");
        reused = counter(registry, "reused");
        replayed = counter(registry, "replayed");
        fenceLost = counter(registry, "fence_lost");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("capstan.idempotency.claims")
                .description("Calls that change something, by what their key's claim answered")
                .tag("outcome", outcome)
                .register(registry);
    }

    void count(Claim claim) {
        Counter counter = switch (claim) {
            case Claim.Granted _ -> granted;
            case Claim.InFlight _ -> inFlight;
            case Claim.Reused _ -> reused;
            case Claim.Answered _ -> replayed;
        };
        counter.increment();
    }

    void countFenceLost() {
        fenceLost.increment();
    }
}

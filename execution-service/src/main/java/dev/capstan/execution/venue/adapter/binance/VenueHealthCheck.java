package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.http.CircuitBreaker;
import dev.capstan.kit.health.HealthCheck;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether orders could be sent now: instruments known, clock measured (so REST answers), streams up for the owned sessions. */
@Component
class VenueHealthCheck implements HealthCheck {

    private final BinanceEnvironments environments;
    private final OwnedStreams streams;

    VenueHealthCheck(BinanceEnvironments environments, OwnedStreams streams) {
        this.environments = environments;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "venue";
    }

    @Override
    public Result check() {
        if (environments.all().isEmpty()) {
            return Result.notConfigured();
        }
        return environments.all().stream()
                .flatMap(environment -> whyDown(environment).stream())
                .findFirst()
                .map(Result::down)
                .orElseGet(this::ofStreams);
    }

    /** Ready is who can serve: what only one account suffers from is said, and stops nobody else. */
    private Result ofStreams() {
        OwnedStreams.Look look = streams.look();
        if (look.down().isEmpty()) {
            return Result.up();
        }
        return new Result(look.isOutage() ? Status.DOWN : Status.UP, look.text());
    }

    private static Optional<String> whyDown(BinanceEnvironment environment) {
        Optional<String> circuit = openCircuit(environment, "REST API", environment.restBreaker())
                .or(() -> openCircuit(environment, "WebSocket API", environment.streamBreaker()));
        if (circuit.isPresent()) {
            return circuit;
        }
        if (!environment.answers()) {
            return Optional.of("BINANCE " + environment.kind() + ": does not answer");
        }
        if (!environment.knowsInstruments()) {
            return Optional.of("BINANCE " + environment.kind() + ": instruments not loaded");
        }
        return environment.clock().now().isEmpty()
                ? Optional.of("BINANCE " + environment.kind() + ": no usable measurement of its clock")
                : Optional.empty();
    }

    private static Optional<String> openCircuit(BinanceEnvironment environment, String api, CircuitBreaker breaker) {
        return breaker.openSince()
                .map(since -> "BINANCE " + environment.kind() + ": the " + api + " has not answered since " + since
                        + "; asked again every 5 s");
    }
}

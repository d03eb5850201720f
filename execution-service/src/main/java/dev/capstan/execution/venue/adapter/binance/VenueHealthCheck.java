package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.http.CircuitBreaker;
import dev.capstan.execution.venue.adapter.binance.websocket.UserDataStreams;
import dev.capstan.kit.health.HealthCheck;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether orders could be sent now: instruments known, clock measured (so REST answers), stream up for each owned session. */
@Component
class VenueHealthCheck implements HealthCheck {

    private final BinanceEnvironments environments;
    private final UserDataStreams streams;
    private final ObjectProvider<Sessions> sessions;

    VenueHealthCheck(BinanceEnvironments environments, UserDataStreams streams, ObjectProvider<Sessions> sessions) {
        this.environments = environments;
        this.streams = streams;
        this.sessions = sessions;
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
                .or(this::downStream)
                .map(Result::down)
                .orElseGet(Result::up);
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

    private Optional<String> downStream() {
        List<AccountId> owned = sessions.stream()
                .flatMap(known -> known.allOwned().stream())
                .map(SessionOwnership::accountId)
                .toList();
        return owned.stream()
                .filter(accountId -> !streams.isUp(accountId))
                .findFirst()
                .map(accountId -> "no user data stream for account " + accountId);
    }
}

package dev.capstan.execution.venue.adapter.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.kit.testing.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CircuitAlertsTest {

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private final BinanceEnvironment environment = new BinanceEnvironment(
            AccountKind.PAPER, URI.create("http://127.0.0.1:1"), URI.create("ws://127.0.0.1:1/ws-api/v3"), clock);
    private final List<String> raised = new ArrayList<>();
    private final CircuitAlerts alerts = new CircuitAlerts(
            (code, subject, accountId, detail) -> raised.add(code + " " + subject), clock, Runnable::run);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void tellsWhenACircuitOpensAndEveryFiveMinutesWhileItStaysSo() {
        alerts.look(environment);
        assertThat(raised).isEmpty();

        for (int i = 0; i < 5; i++) {
            environment.streamBreaker().failed();
        }
        alerts.look(environment);
        clock.advance(Duration.ofSeconds(299));
        alerts.look(environment);
        assertThat(raised).containsExactly("VENUE_CIRCUIT_OPEN BINANCE-PAPER-STREAM");

        clock.advance(Duration.ofSeconds(1));
        alerts.look(environment);
        assertThat(raised).hasSize(2);
    }

    @Test
    void tellsAgainWhenItOpensAgain() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5; i++) {
                environment.streamBreaker().failed();
            }
            alerts.look(environment);
            environment.streamBreaker().succeeded();
            alerts.look(environment);
        }

        assertThat(raised).hasSize(2);
    }
}

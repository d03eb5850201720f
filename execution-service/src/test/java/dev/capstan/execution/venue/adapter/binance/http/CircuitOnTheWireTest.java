package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.domain.CancelAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer.CertainlyNotExecuted;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import dev.capstan.kit.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is still sent to a venue that has failed five times in a row. */
class CircuitOnTheWireTest {

    private static final URI NO_STREAM = URI.create("ws://127.0.0.1:1/ws-api/v3");
    private static final String BROKEN = "{\"code\":-1001,\"msg\":\"Internal error\"}";
    private static final String TIME = "{\"serverTime\":1763719200000}";

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private ScriptedServer server;
    private BinanceEnvironment environment;
    private BinanceVenueClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        environment = new BinanceEnvironment(AccountKind.PAPER, server.uri(), NO_STREAM, clock);
        client = new BinanceVenueClient(AccountId.of(new UUID(7, 7)), environment, new Credential("key", "secret"));
        for (int i = 0; i < 5; i++) {
            server.answer(503, BROKEN);
            assertThatThrownBy(client::balances).isInstanceOf(VenueUnavailableException.class);
        }
    }

    @AfterEach
    void stop() {
        environment.close();
        server.close();
    }

    @Test
    void neitherReadsNorOrders() {
        assertThatThrownBy(client::balances).hasMessageContaining("not asked");
        assertThat(client.submit(SubmitOnTheWireTest.SUBMISSION)).isInstanceOf(CertainlyNotExecuted.class);
        assertThat(server.arrivals()).hasSize(5);
    }

    @Test
    void cancelsAllTheSame() {
        server.answer(503, BROKEN);

        assertThat(client.cancel(
                        SubmitOnTheWireTest.SUBMISSION.instrumentId(), SubmitOnTheWireTest.SUBMISSION.clientOrderId()))
                .isInstanceOf(CancelAnswer.OutcomeUnknown.class);
        assertThat(server.arrivals()).hasSize(6);
    }

    @Test
    void oneQuestionForTheTimeEveryFiveSecondsWhoseAnswerOpensTheWay() {
        environment.refresh();
        assertThat(server.arrivals()).hasSize(5);

        clock.advance(Duration.ofSeconds(5));
        server.answer(503, BROKEN);
        environment.refresh();
        environment.refresh();
        assertThat(server.arrivals()).hasSize(6);
        assertThat(environment.restBreaker().isOpen()).isTrue();

        clock.advance(Duration.ofSeconds(5));
        server.answer(200, TIME).answer(200, Payloads.read("exchange-info.json"));
        environment.refresh();
        assertThat(environment.restBreaker().isOpen()).isFalse();
        server.answer(200, "{\"balances\":[]}");
        assertThat(client.balances()).isEmpty();
    }
}

package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.domain.InstrumentRules;
import dev.capstan.kit.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the venue's rules are read again. */
class RulesOnTheWireTest {

    private static final InstrumentId BTC = InstrumentId.parse("BTCUSDT.BINANCE");
    private static final String TIME = "{\"serverTime\":1763719200000}";
    private static final String RULES = Payloads.read("exchange-info.json");
    private static final String OTHER_RULES =
            RULES.replace("\"tickSize\": \"0.01000000\"", "\"tickSize\": \"0.10000000\"");
    private static final String BROKEN = "{\"code\":-1001,\"msg\":\"Internal error\"}";

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private ScriptedServer server;
    private BinanceEnvironment environment;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        environment = new BinanceEnvironment(
                AccountKind.PAPER, server.uri(), URI.create("ws://127.0.0.1:1/ws-api/v3"), clock);
        server.answer(200, TIME).answer(200, RULES);
        environment.refresh();
        assertThat(tick()).isEqualTo("0.01000000");
    }

    @AfterEach
    void stop() {
        environment.close();
        server.close();
    }

    @Test
    void readsThemEveryHourAndTheNextOrderIsHeldAgainstThem() {
        clock.advance(Duration.ofMinutes(59));
        server.answer(200, TIME);
        environment.refresh();
        assertThat(tick()).isEqualTo("0.01000000");

        clock.advance(Duration.ofMinutes(1));
        server.answer(200, TIME).answer(200, OTHER_RULES);
        environment.refresh();
        assertThat(tick()).isEqualTo("0.10000000");
    }

    @Test
    void keepsTheLastKnownOnesAndSaysSoWhileTheVenueIsAway() {
        clock.advance(Duration.ofHours(2));
        server.answer(503, BROKEN).answer(503, BROKEN);
        environment.refresh();

        assertThat(tick()).isEqualTo("0.01000000");
        assertThat(environment.hasStaleRules()).isTrue();

        server.answer(200, TIME).answer(200, OTHER_RULES);
        environment.refresh();
        assertThat(environment.hasStaleRules()).isFalse();
    }

    @Test
    void readsThemSoonAfterARefusalByARuleThatWeFoundKept() {
        refusedBy("Filter failure: PRICE_FILTER");

        clock.advance(Duration.ofSeconds(10));
        server.answer(200, OTHER_RULES);
        environment.refresh();

        assertThat(tick()).isEqualTo("0.10000000");
    }

    /** How many orders are open is nothing that the rules could tell. */
    @Test
    void believesThemAfterARefusalByARuleThatWeDoNotCheck() {
        refusedBy("Filter failure: MAX_NUM_ALGO_ORDERS");
        int asked = server.arrivals().size();

        clock.advance(Duration.ofSeconds(10));
        environment.refresh();

        assertThat(server.arrivals()).hasSize(asked);
    }

    private void refusedBy(String text) {
        server.answer(400, "{\"code\":-1013,\"msg\":\"" + text + "\"}");
        new BinanceVenueClient(AccountId.of(new UUID(7, 7)), environment, new Credential("key", "secret"))
                .submit(SubmitOnTheWireTest.SUBMISSION);
    }

    private String tick() {
        return environment
                .rules(BTC)
                .map(InstrumentRules::tickSize)
                .map(Object::toString)
                .orElse("none");
    }
}

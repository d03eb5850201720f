package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.execution.venue.adapter.binance.http.ScriptedServer.Then;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.domain.SubmitAnswer;
import dev.capstan.execution.venue.domain.SubmitAnswer.Acknowledged;
import dev.capstan.execution.venue.domain.SubmitAnswer.CertainlyNotExecuted;
import dev.capstan.execution.venue.domain.SubmitAnswer.OutcomeUnknown;
import dev.capstan.execution.venue.domain.SubmitAnswer.Rejected;
import dev.capstan.execution.venue.domain.VenueOrderState;
import dev.capstan.execution.venue.domain.VenueSubmission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written, how often, and what is made of what comes back, on real sockets. */
class SubmitOnTheWireTest {

    private static final URI NO_STREAM = URI.create("ws://127.0.0.1:1/ws-api/v3");
    private static final Credential CREDENTIAL = new Credential("key", "secret");
    static final VenueSubmission SUBMISSION = new VenueSubmission(
            ClientOrderId.parse("cABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            InstrumentId.parse("BTCUSDT.BINANCE"),
            Side.BUY,
            OrderType.LIMIT,
            TimeInForce.GTC,
            Quantity.parse("0.50000"),
            Price.parse("30000.10"),
            null,
            Instant.ofEpochMilli(1_700_000_000_123L),
            Duration.ofSeconds(3));

    private ScriptedServer server;
    private BinanceEnvironment environment;
    private BinanceVenueClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        environment = new BinanceEnvironment(AccountKind.PAPER, server.uri(), NO_STREAM, Clock.systemUTC());
        client = new BinanceVenueClient(AccountId.of(new UUID(7, 7)), environment, CREDENTIAL);
    }

    @AfterEach
    void stop() {
        environment.close();
        server.close();
    }

    @Test
    void putsEveryParameterAndTheSignatureIntoTheBody() {
        server.answer(200, Payloads.read("order-full.json"));

        client.submit(SUBMISSION);

        String payload = "symbol=BTCUSDT&side=BUY&type=LIMIT&price=30000.10&timeInForce=GTC&quantity=0.50000"
                + "&newClientOrderId=cABCDEFGHIJKLMNOPQRSTUVWXYZ&newOrderRespType=FULL&recvWindow=3000"
                + "&timestamp=1700000000123";
        assertThat(server.arrivals())
                .containsExactly(new ScriptedServer.Arrival(
                        "POST /api/v3/order HTTP/1.1", payload + "&signature=" + CREDENTIAL.sign(payload)));
    }

    @ParameterizedTest
    @CsvSource({
        "MARKET,            IOC, type=MARKET",
        "LIMIT,             FOK, type=LIMIT&price=100&timeInForce=FOK",
        "POST_ONLY,         GTC, type=LIMIT_MAKER&price=100",
        "STOP_LOSS,         GTC, type=STOP_LOSS&stopPrice=90.5",
        "STOP_LOSS_LIMIT,   IOC, type=STOP_LOSS_LIMIT&price=100&timeInForce=IOC&stopPrice=90.5",
        "TAKE_PROFIT,       GTC, type=TAKE_PROFIT&stopPrice=90.5",
        "TAKE_PROFIT_LIMIT, GTC, type=TAKE_PROFIT_LIMIT&price=100&timeInForce=GTC&stopPrice=90.5"
    })
    void sendsWhatTheTypeTakesAndNothingElse(OrderType type, TimeInForce life, String parameters) {
        server.answer(200, Payloads.read("order-full.json"));

        client.submit(new VenueSubmission(
                SUBMISSION.clientOrderId(),
                SUBMISSION.instrumentId(),
                Side.SELL,
                type,
                life,
                Quantity.parse("1"),
                type.hasLimitPrice() ? Price.parse("100") : null,
                type.hasTriggerPrice() ? Price.parse("90.5") : null,
                SUBMISSION.timestamp(),
                SUBMISSION.window()));

        assertThat(server.arrivals().getFirst().body())
                .startsWith("symbol=BTCUSDT&side=SELL&" + parameters + "&quantity=1&newClientOrderId=");
    }

    @Test
    void acknowledgesWithTheFillsOfTheAnswer() {
        server.answer(200, Payloads.read("order-full.json"));

        SubmitAnswer answer = client.submit(SUBMISSION);

        assertThat(answer).isInstanceOfSatisfying(Acknowledged.class, acknowledged -> {
            assertThat(acknowledged.report().state()).isEqualTo(VenueOrderState.PARTIALLY_FILLED);
            assertThat(acknowledged.report().executedQuantity()).isEqualTo(Quantity.parse("0.3"));
            assertThat(acknowledged.report().fills()).hasSize(2);
        });
    }

    @Test
    void writesOnceWhenTheConnectionClosesAfterTheRequest() {
        server.raw("", Then.CLOSE).raw("", Then.CLOSE);

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.arrivals()).hasSize(1);
    }

    /** The pooled connection is the case in which HTTP clients like to try again. */
    @Test
    void writesOnceWhenAPooledConnectionCloses() {
        server.answer(200, Payloads.read("order-full.json")).raw("", Then.CLOSE).raw("", Then.CLOSE);
        client.submit(SUBMISSION);

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.arrivals()).hasSize(2);
    }

    @Test
    void doesNotKnowAfterHalfAHeader() {
        server.raw("HTTP/1.1 200 OK\r\nContent-Le", Then.CLOSE);

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.arrivals()).hasSize(1);
    }

    @Test
    void doesNotKnowAfterHalfABody() {
        String whole = ScriptedServer.http(200, Payloads.read("order-full.json"));
        server.raw(whole.substring(0, whole.length() - 40), Then.CLOSE);

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.arrivals()).hasSize(1);
    }

    @Test
    void doesNotKnowAfterAServerErrorWithARefusalInIt() {
        server.answer(502, "{\"code\":-1013,\"msg\":\"Filter failure: LOT_SIZE\"}");

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void doesNotKnowAfterGarbage() {
        server.answer(200, "<html>hello</html>").answer(200, "{}").answer(400, "no");

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
    }

    /** Whatever cannot be read after the write is no reason to forget that it was written. */
    @Test
    void doesNotKnowAfterAnAnswerWithOneWordItCannotRead() {
        String whole = Payloads.read("order-full.json");
        server.answer(200, whole.replace("\"BTCUSDT\"", "\"btc usdt\""))
                .answer(200, whole.replace("\"BTC\"", "\"b t c\""))
                .answer(200, whole.replace("PARTIALLY_FILLED", "HALF_FILLED"))
                .answer(200, whole.replace("30000.10", "-1"))
                .answer(200, whole, "X-MBX-USED-WEIGHT-1M: much")
                .answer(429, "{}", "Retry-After: Fri, 20 Nov 2026 10:00:00 GMT");

        for (int i = 0; i < 4; i++) {
            assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        }
        assertThat(client.submit(SUBMISSION)).isInstanceOf(Acknowledged.class);
        assertThat(client.submit(SUBMISSION)).isInstanceOf(CertainlyNotExecuted.class);
    }

    @Test
    void doesNotKnowAfterADuplicateOfItsOwn() {
        server.answer(400, "{\"code\":-2010,\"msg\":\"Duplicate order sent.\"}");

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void doesNotFollowARedirect() {
        server.answer(307, "", "Location: " + server.uri() + "/api/v3/order");

        assertThat(client.submit(SUBMISSION)).isInstanceOf(OutcomeUnknown.class);
        assertThat(server.arrivals()).hasSize(1);
    }

    @Test
    void reportsARefusalInTheVenuesWords() {
        server.answer(400, "{\"code\":-1013,\"msg\":\"Filter failure: LOT_SIZE\"}");

        assertThat(client.submit(SUBMISSION)).isEqualTo(new Rejected("-1013 Filter failure: LOT_SIZE"));
    }

    @Test
    void staysSilentAsLongAsTheVenueAsksFor() {
        server.answer(429, "{\"code\":-1003,\"msg\":\"Too many requests.\"}", "Retry-After: 30");

        assertThat(client.submit(SUBMISSION))
                .isEqualTo(new CertainlyNotExecuted("-1003 Too many requests.", Duration.ofSeconds(30)));
        assertThat(client.submit(SUBMISSION)).isInstanceOf(CertainlyNotExecuted.class);
        assertThat(server.arrivals()).hasSize(1);
    }

    @Test
    void measuresTheClockAtOnceWhenOutsideTheWindow() {
        long venueTime = Instant.now().plusSeconds(20).toEpochMilli();
        server.answer(400, "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside of the recvWindow.\"}")
                .answer(200, "{\"serverTime\":" + venueTime + "}");

        assertThat(client.submit(SUBMISSION)).isInstanceOf(CertainlyNotExecuted.class);
        assertThat(client.clock().now().orElseThrow()).isAfter(Instant.now().plusSeconds(10));
    }

    @Test
    void isCertainWhenTheConnectionIsRefused() throws IOException {
        URI closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (BinanceEnvironment nobody =
                new BinanceEnvironment(AccountKind.PAPER, closed, NO_STREAM, Clock.systemUTC())) {
            SubmitAnswer answer =
                    new BinanceVenueClient(AccountId.of(new UUID(7, 7)), nobody, CREDENTIAL).submit(SUBMISSION);

            assertThat(answer).isInstanceOf(CertainlyNotExecuted.class);
        }
    }
}

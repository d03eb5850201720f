package dev.capstan.execution.venue.adapter.binance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.account.AccountKind;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import dev.capstan.kit.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingsTest {

    private static final InstrumentId BTC = InstrumentId.parse("BTCUSDT.BINANCE");

    private final MovableClock clock = MovableClock.at("2026-11-20T10:00:00Z");
    private ScriptedServer server;
    private BinanceEnvironment environment;
    private BinanceVenueClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        environment = new BinanceEnvironment(AccountKind.PAPER, server.uri(), URI.create("ws://127.0.0.1:1/x"), clock);
        client = new BinanceVenueClient(AccountId.of(new UUID(7, 7)), environment, new Credential("key", "secret"));
    }

    @AfterEach
    void stop() {
        environment.close();
        server.close();
    }

    @Test
    void asksForThreeDaysInWindowsOfOne() {
        Instant since = clock.instant().minus(Duration.ofHours(60));
        server.answer(200, trades(1, 2)).answer(200, "[]").answer(200, trades(3, 3));

        List<VenueFill> fills = client.fillsSince(BTC, since);

        assertThat(fills).extracting(VenueFill::tradeOrder).containsExactly(1L, 2L, 3L);
        assertThat(starts())
                .containsExactly(
                        since.toEpochMilli(),
                        since.plus(Duration.ofHours(24)).toEpochMilli(),
                        since.plus(Duration.ofHours(48)).toEpochMilli());
        assertThat(server.arrivals().getLast().requestLine()).doesNotContain("endTime");
    }

    @Test
    void followsAFullPageFromItsLastIdToTheEnd() {
        server.answer(200, trades(1, 1000)).answer(200, trades(1001, 2000)).answer(200, trades(2001, 2001));

        List<VenueFill> fills = client.fillsSince(BTC, clock.instant().minus(Duration.ofHours(1)));

        assertThat(fills)
                .extracting(VenueFill::tradeOrder)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(2001);
        assertThat(server.arrivals().get(1).requestLine())
                .contains("fromId=1001")
                .doesNotContain("startTime");
        assertThat(server.arrivals().get(2).requestLine()).contains("fromId=2001");
    }

    @Test
    void givesNothingRatherThanLessThanWasAskedFor() {
        server.answer(200, trades(1, 1000)).answer(500, "{}");

        assertThatThrownBy(() -> client.fillsSince(BTC, clock.instant().minusSeconds(60)))
                .isInstanceOf(VenueUnavailableException.class);
    }

    @Test
    void givesNothingWhenOneRowCannotBeRead() {
        server.answer(200, trades(1, 2).replace("\"price\"", "\"cost\""));

        assertThatThrownBy(() -> client.fillsSince(BTC, clock.instant().minusSeconds(60)))
                .isInstanceOf(VenueUnavailableException.class)
                .hasMessageContaining("price");
    }

    @Test
    void repeatsAReadOutsideTheWindowAfterMeasuringTheClock() {
        server.answer(400, "{\"code\":-1021,\"msg\":\"Timestamp for this request is outside of the recvWindow.\"}")
                .answer(200, "{\"serverTime\":" + clock.instant().plusSeconds(2).toEpochMilli() + "}")
                .answer(200, "[]");

        assertThat(client.openOrders()).isEmpty();
        assertThat(server.arrivals().getLast().requestLine())
                .contains("timestamp=" + clock.instant().plusSeconds(2).toEpochMilli());
    }

    private List<Long> starts() {
        return server.arrivals().stream()
                .map(arrival -> Long.parseLong(arrival.requestLine().replaceAll(".*startTime=([0-9]+).*", "$1")))
                .toList();
    }

    private String trades(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> """
                        {"symbol":"BTCUSDT","id":%d,"orderId":28,"price":"30000.00","qty":"0.1","commission":"0.0001",
                         "commissionAsset":"BTC","time":%d,"isBuyer":true,"isMaker":false,"isBestMatch":true}""".formatted(id, clock.instant().toEpochMilli()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}

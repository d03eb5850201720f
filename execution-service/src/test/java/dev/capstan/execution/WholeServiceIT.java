package dev.capstan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.execution.RunningService.Answer;
import dev.capstan.execution.RunningService.Call;
import dev.capstan.execution.venue.adapter.binance.SimulatedVenue;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.DocumentedRoutes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WholeServiceIT {

    private static final SimulatedVenue venue = SharedService.venue();
    private static final RunningService service = SharedService.service();

    private static Call trader;
    private static String accountId;

    @BeforeAll
    static void openAccount() {
        trader = service.as("trader-1", Role.TRADER);
        Answer account =
                trader.post("/api/accounts", """
                {"name":"Paper","kind":"PAPER","venueId":"BINANCE","apiKey":"%s","secretKey":"%s"}""".formatted(SimulatedVenue.KEY, SimulatedVenue.SECRET), "whole-service");
        assertThat(account.status()).as(account.text()).isEqualTo(201);
        accountId = account.field("accountId");
        patiently().until(() -> reconciliation().body().path("balancesProven").asBoolean());
    }

    @Test
    void fillsAMarketOrderOfATraderAtTheSimulator() {
        Answer placed = place("MARKET", "0.01", null);

        awaitStatus(placed, "FILLED");
        assertThat(trader.get("/api/orders/" + placed.field("orderId") + "/fills")
                        .text())
                .contains("\"0.01");
    }

    @Test
    void booksTheTruthAfterALostAnswer() {
        venue.fault("\"kind\":\"LOSE_ANSWER\",\"target\":\"PLACE\"");

        awaitStatus(place("MARKET", "0.02", null), "FILLED");
    }

    @Test
    void cancelsARestingOrder() {
        Answer placed = place("LIMIT", "0.5", "29000.00");
        awaitStatus(placed, "ACCEPTED");

        trader.post(
                "/api/orders/" + placed.field("orderId") + "/cancel",
                "{}",
                UUID.randomUUID().toString());

        awaitStatus(placed, "CANCELED");
    }

    @Test
    void documentsEveryRouteWithItsRoles() throws Exception {
        JsonNode document = DocumentedRoutes.checked(service.context());
        assertThat(document.at("/paths/~1api~1orders/post/x-roles").toString()).isEqualTo("[\"trader\",\"service\"]");
        assertThat(document.at("/paths/~1api~1orders/post/parameters/0/$ref").asString())
                .endsWith("/IdempotencyKey");
    }

    /** What the stream did not say, the comparison finds. */
    @Test
    void findsTheFillsOfASilentStream() {
        Answer placed = place("LIMIT", "0.5", "29500.00");
        awaitStatus(placed, "ACCEPTED");
        venue.fault("\"kind\":\"SILENT_STREAM\",\"times\":100");
        venue.price("BTCUSDT", "29400.00");

        trader.send("POST", "/api/accounts/" + accountId + "/reconciliation", "", Map.of());

        awaitStatus(placed, "FILLED");
        venue.clearFaults();
        venue.price("BTCUSDT", "30000.00");
    }

    @Test
    void publishesBalancesThatHoldTheFillsUpToTheirNumbers() {
        awaitStatus(place("MARKET", "0.03", null), "FILLED");
        trader.send("POST", "/api/accounts/" + accountId + "/reconciliation", "", Map.of());

        patiently()
                .untilAsserted(() -> assertThat(service.bean(JdbcClient.class)
                                .sql("select count(*) from outbox where topic = 'execution.balance.events.v1'")
                                .query(Integer.class)
                                .single())
                        .isGreaterThan(1));
    }

    private static Answer reconciliation() {
        return trader.get("/api/accounts/" + accountId + "/reconciliation");
    }

    private static Answer place(String type, String quantity, @Nullable String price) {
        Answer placed = trader.post(
                "/api/orders",
                """
                {"accountId":"%s","instrumentId":"BTCUSDT.BINANCE","side":"BUY","orderType":"%s","timeInForce":"%s",
                 "quantity":"%s"%s}""".formatted(
                                accountId,
                                type,
                                price == null ? "IOC" : "GTC",
                                quantity,
                                price == null ? "" : ",\"limitPrice\":\"" + price + "\""),
                UUID.randomUUID().toString());
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        return placed;
    }

    private static void awaitStatus(Answer placed, String status) {
        patiently()
                .untilAsserted(() -> assertThat(trader.get("/api/orders/" + placed.field("orderId"))
                                .field("status"))
                        .isEqualTo(status));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(25)).pollInterval(Duration.ofMillis(50));
    }
}

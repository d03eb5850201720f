package dev.capstan.portfolio.service;

import static dev.capstan.portfolio.fixtures.FillFixture.BNB;
import static dev.capstan.portfolio.fixtures.FillFixture.USDT;
import static dev.capstan.portfolio.fixtures.FillFixture.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.kit.testing.OtherServices;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.launcher.testing.TestStack;
import dev.capstan.portfolio.PortfolioServiceApplication;
import dev.capstan.portfolio.fixtures.FillFixture;
import dev.capstan.portfolio.fixtures.OrderEventFixture;
import dev.capstan.portfolio.ledger.LedgerConsumer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = PortfolioServiceApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PortfolioServiceIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ScriptedExecution EXECUTION = new ScriptedExecution();
    private static final OtherServices OTHERS =
            new OtherServices(TestStack.shared().bootstrapServers());
    private static final InstrumentId BTCUSDT = InstrumentId.parse("BTCUSDT.BINANCE");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AccountId account = AccountId.of(UUID.randomUUID());
    private final StreamKey key = new StreamKey(account, BTCUSDT);

    @LocalServerPort
    int port;

    @Autowired
    StreamPositions streams;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        ServiceUnderTest.named("portfolio-service", "portfolio")
                .with("capstan.services.execution", EXECUTION.url())
                .register(registry);
    }

    @AfterAll
    static void close() {
        OTHERS.close();
        EXECUTION.close();
    }

    @BeforeEach
    void accountIsKnown() {
        OTHERS.account(account, "owner");
        await().atMost(LIMIT)
                .until(() -> get("/api/positions?accountId=" + account, "owner", Role.TRADER)
                                .status()
                        == 200);
    }

    @Test
    void showsAPositionWithItsCommissionAndItsMark() {
        publish(1, FillFixture.of(Side.BUY, 1, 0, "2", "100", "0.01", BNB));
        awaitPosition("quantity", "2");

        await().atMost(LIMIT).untilAsserted(() -> {
            // Marks are lossy: one that passed before we listened does not come again.
            OTHERS.tick(BTCUSDT, "110");
            JsonNode position = position();
            assertThat(position.path("side").asString()).isEqualTo("LONG");
            assertThat(position.path("averagePrice").asString()).isEqualTo("100");
            assertThat(position.path("quoteAsset").asString()).isEqualTo("USDT");
            assertThat(position.path("commissions").path(0).path("asset").asString())
                    .isEqualTo("BNB");
            assertThat(position.path("unrealizedPnl").path("amount").asString()).isEqualTo("20");
            assertThat(position.path("unrealizedPnl").path("is_stale").asBoolean())
                    .isFalse();
            assertThat(position.path("is_stale").asBoolean()).isFalse();
            assertThat(position.path("data_as_of_timestamp").asString()).isEqualTo("2026-03-02T13:00:01.000000Z");
        });
    }

    @Test
    void bringsTheLedgerToTheVenuesBalances() {
        publish(1, buy(1, 0, "1", "100"));
        OTHERS.balances(snapshot(1, "900"));

        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode items = get("/api/balances?accountId=" + account, "owner", Role.TRADER)
                    .json()
                    .path("items");
            assertThat(items.path(0).path("asset").asString()).isEqualTo("BTC");
            assertThat(items.path(1).path("balance").asString()).isEqualTo("900");
            assertThat(items.path(1).path("is_stale").asBoolean()).isFalse();
            assertThat(items.path(1).path("data_as_of_timestamp").asString()).isNotEmpty();
        });
    }

    @Test
    void fetchesWhatIsMissingAndHealsGarbage() {
        EXECUTION.keep(OrderEventFixture.filled(key, 1, buy(1, 0, "1", "100")));
        publish(2, buy(2, 10, "1", "200"));
        awaitPosition("quantity", "2");
        EXECUTION.keep(OrderEventFixture.filled(key, 3, buy(3, 20, "1", "300")));
        OTHERS.garbage(key.text());

        awaitPosition("quantity", "3");
    }

    @Test
    void parksABrokenKeyShowsItStaleAndGoesOnOnceItIsCorrected() {
        publish(1, buy(1, 0, "1", "100"));
        publish(2, buy(1, 0, "1", "777"));
        await().atMost(LIMIT).until(() -> position().path("is_stale").asBoolean());
        assertThat(position().path("quantity").asString()).isEqualTo("1");

        EXECUTION.correctLast(OrderEventFixture.filled(key, 2, buy(2, 10, "1", "777")));

        assertThat(streams.unpark(LedgerConsumer.NAME, key)).isTrue();
        awaitPosition("quantity", "2");
        assertThat(position().path("is_stale").asBoolean()).isFalse();
    }

    @Test
    void rebuildsToTheSameHash() throws Exception {
        publish(1, buy(1, 0, "1", "100"));
        OTHERS.balances(snapshot(1, "900"));
        publish(2, buy(2, 10, "0.5", "200"));
        awaitPosition("quantity", "1.5");
        // The account has a book from the moment on in which its snapshot waits for the first fill; its opening comes
        // later.
        await().atMost(LIMIT).until(() -> "800".equals(usdt()));
        String hashPath = "/internal/portfolio/hash?accountId=" + account;
        String before = get(hashPath, "s", Role.SERVICE).json().path("hash").asString();

        Answer answer = send(request("/internal/portfolio/rebuild", "s", Role.SERVICE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"accountId\":\"" + account + "\"}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items"))
                .hasSize(2)
                .allMatch(book -> book.path("equal").asBoolean());
        assertThat(get(hashPath, "s", Role.SERVICE).json().path("hash").asString())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"/api/positions", "/api/balances"})
    void hidesAStrangersAccount(String path) {
        Answer stranger = get(path + "?accountId=" + account, "stranger", Role.TRADER);
        Answer nobodys = get(path + "?accountId=" + UUID.randomUUID(), "stranger", Role.TRADER);

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.json().path("detail")).isEqualTo(nobodys.json().path("detail"));
        assertThat(get(path + "?accountId=" + account, "boss", Role.RISK_MANAGER)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/positions, accountId",
        "/api/positions?accountId=x, accountId",
        "/api/balances?accountId=x, accountId",
        "/api/positions?accountId=ACCOUNT&limit=0, limit",
        "/api/balances?accountId=ACCOUNT&limit=501, limit",
        "/internal/portfolio/hash?instrumentId=x, instrumentId"
    })
    void namesTheFieldOfABadRequest(String path, String field) {
        Answer answer = get(path.replace("ACCOUNT", account.text()), "s", Role.SERVICE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void listsInPages() {
        publish(1, buy(1, 0, "1", "100"));
        StreamKey other = new StreamKey(account, InstrumentId.parse("BTCUSDC.BINANCE"));
        OTHERS.order(EXECUTION.keep(OrderEventFixture.filled(other, 1, buy(1, 0, "1", "100"))));
        awaitPosition("quantity", "1");
        String page = "/api/positions?accountId=" + account + "&limit=1";
        await().atMost(LIMIT)
                .until(() -> !get(page, "owner", Role.TRADER)
                        .json()
                        .path("nextCursor")
                        .isNull());

        String cursor =
                get(page, "owner", Role.TRADER).json().path("nextCursor").asString();
        JsonNode second = get(page + "&cursor=" + cursor, "owner", Role.TRADER).json();

        assertThat(second.path("items").path(0).path("instrumentId").asString()).isEqualTo(BTCUSDT.text());
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void letsNoTraderRebuildOrHash() {
        assertThat(get("/internal/portfolio/hash", "owner", Role.TRADER).status())
                .isEqualTo(403);
        assertThat(get("/internal/portfolio/hash?accountId=" + account, "boss", Role.ADMIN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isReadyAndShowsItsMetrics() throws Exception {
        publish(1, buy(1, 0, "1", "100"));
        awaitPosition("quantity", "1");

        // A check that does not answer at once counts as down.
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                send(HttpRequest.newBuilder(uri("/ready")).GET())
                                        .status())
                        .isEqualTo(200));
        HttpResponse<String> metrics =
                client.send(HttpRequest.newBuilder(uri("/metrics")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(metrics.body()).contains("capstan_portfolio_fills_booked_total");
    }

    private void publish(long number, FillFixture fill) {
        OTHERS.order(EXECUTION.keep(OrderEventFixture.filled(key, number, fill)));
    }

    private BalanceSnapshotEvent snapshot(long mark, String usdt) {
        return new BalanceSnapshotEvent(
                UUID.randomUUID(),
                account,
                List.of(
                        new BalanceSnapshotEvent.Balance(USDT, Money.parse(usdt), Money.ZERO),
                        new BalanceSnapshotEvent.Balance(FillFixture.BTC, Money.parse("1"), Money.ZERO)),
                List.of(new BalanceSnapshotEvent.StreamMark(BTCUSDT.text(), mark)),
                Instant.parse("2026-03-02T14:00:00Z"));
    }

    private String usdt() {
        return get("/api/balances?accountId=" + account, "owner", Role.TRADER)
                .json()
                .path("items")
                .path(1)
                .path("balance")
                .asString("");
    }

    private void awaitPosition(String field, String value) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(position().path(field).asString("")).isEqualTo(value));
    }

    private JsonNode position() {
        JsonNode items = get("/api/positions?accountId=" + account, "owner", Role.TRADER)
                .json()
                .path("items");
        return items.valueStream()
                .filter(item -> item.path("instrumentId").asString().equals(BTCUSDT.text()))
                .findFirst()
                .orElse(items.path(0));
    }

    @Test
    void documentsEveryRouteWithItsRoles(@Autowired ApplicationContext service) throws Exception {
        JsonNode document = DocumentedRoutes.checked(service);
        assertThat(document.at("/paths/~1internal~1portfolio~1rebuild/post/x-roles")
                        .toString())
                .isEqualTo("[\"admin\",\"service\"]");
    }

    private Answer get(String path, String subject, Role role) {
        try {
            return send(request(path, subject, role).GET());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String subject, Role role) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", TestTokens.shared().bearer(subject, role));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JsonDialect.mapper().readTree(answer.body()));
    }

    private record Answer(int status, JsonNode json) {}
}

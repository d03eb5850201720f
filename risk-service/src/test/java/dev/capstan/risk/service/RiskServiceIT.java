package dev.capstan.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.kit.json.JsonDialect;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.kit.testing.OtherServices;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.risk.OrderFixture;
import dev.capstan.risk.RiskServiceApplication;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = RiskServiceApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RiskServiceIT {

    private static final JsonMapper JSON = JsonDialect.mapper();
    private static final TestTokens TOKENS = TestTokens.shared();
    private static final PlayedExecution EXECUTION = new PlayedExecution();
    private static final ServiceUnderTest SERVICE =
            ServiceUnderTest.named("risk-service", "risk").with("capstan.services.execution", EXECUTION.url());
    private static final OtherServices OTHERS =
            new OtherServices(SERVICE.properties().getOrDefault("capstan.kafka.bootstrap-servers", ""));
    private static final InstrumentId BTCUSDT = OrderFixture.BTCUSDT;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AccountId account = OrderFixture.account();

    @LocalServerPort
    int port;

    private final JdbcClient jdbc;

    RiskServiceIT(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        SERVICE.register(registry);
    }

    @AfterAll
    static void close() {
        OTHERS.close();
    }

    /** A tick is lossy and a view takes a moment, so both are sent until the service has them. */
    @BeforeEach
    void publishAccountAndPrice() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    OTHERS.account(account, "ann");
                    OTHERS.tick(BTCUSDT, "100");
                    assertThat(get("/api/risk/limits?accountId=" + account, "ann")
                                    .body())
                            .contains("\"account\"");
                    assertThat(get("/ready", null).body()).contains("fresh=");
                });
    }

    @Test
    void reservesForAServiceAloneAndShowsItToTheOwnerAlone() {
        OrderFixture order = OrderFixture.limit(account, BTCUSDT, Side.BUY, "10", "100");
        String question = JSON.writeValueAsString(order.request());
        assertThat(post("/internal/risk/reservations", question, "ann", Role.TRADER)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer = post("/internal/risk/reservations", question, "execution-service", Role.SERVICE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"outcome\":\"APPROVED\"");
        JsonNode item = exposure("ann").path("items").path(0);
        assertThat(item.path("reservedBuyQuantity").asString()).isEqualTo("10");
        assertThat(item.path("exposure").asString()).isEqualTo("1000");
        assertThat(item.path("is_stale").asBoolean()).isFalse();
        assertThat(item.path("data_as_of_timestamp").asString()).endsWith("Z");
        assertThat(get("/api/risk/exposure?accountId=" + account, "bob", Role.TRADER)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/risk/exposure?accountId=" + account, null).statusCode())
                .isEqualTo(401);
    }

    @RepeatedTest(3)
    void booksEventsWhateverKafkaDoesToThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<OrderFixture> orders = new ArrayList<>();
        List<OrderEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            OrderFixture order =
                    OrderFixture.limit(account, BTCUSDT, random.nextInt(3) == 0 ? Side.SELL : Side.BUY, "10", "100");
            orders.add(order);
            live(order, random).forEach(event -> events.add(EXECUTION.write(event)));
        }
        // Some are lost, some come twice, all come in another order; the last one alone is certain to come.
        List<OrderEvent> sent = new ArrayList<>(events.subList(0, events.size() - 1));
        sent.removeIf(event -> random.nextInt(10) == 0);
        sent.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(sent, random);
        sent.forEach(OTHERS::order);
        OTHERS.order(events.getLast());
        StreamKey key = new StreamKey(account, BTCUSDT);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> exposure("ann")
                                .path("items")
                                .path(0)
                                .path("lastEventNumber")
                                .asLong()
                        == EXECUTION.lastNumber(key));
        JsonNode item = exposure("ann").path("items").path(0);
        assertThat(new BigDecimal(item.path("position").asString()))
                .as("seed %d: position", seed)
                .isEqualByComparingTo(netOf(orders));
        assertThat(new BigDecimal(item.path("reservedBuyQuantity").asString()))
                .as("seed %d: open buys", seed)
                .isEqualByComparingTo(openOf(orders, Side.BUY));
        assertThat(new BigDecimal(item.path("reservedSellQuantity").asString()))
                .as("seed %d: open sells", seed)
                .isEqualByComparingTo(openOf(orders, Side.SELL));
        JsonNode rebuilt = JSON.readTree(
                post("/internal/risk/rebuild/" + account + "/" + BTCUSDT, "", "portfolio-service", Role.SERVICE)
                        .body());
        assertThat(rebuilt.path("hashAfter").asString())
                .as("seed %d: hash after a rebuild", seed)
                .isEqualTo(rebuilt.path("hashBefore").asString())
                .hasSize(64);
    }

    @Test
    void letsRiskManagersChangeLimitsAndTellsOthersNo() {
        String path = "/api/risk/limits/" + account;
        String change = "{\"maxAccountExposure\":\"5000\",\"maxOpenOrders\":3,\"version\":0}";
        assertThat(put(path, change, "ann", Role.TRADER).statusCode()).isEqualTo(403);
        assertThat(put(path, change, "mia", Role.RISK_MANAGER).statusCode()).isEqualTo(200);
        HttpResponse<String> late = put(path, change, "tom", Role.ADMIN);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("\"code\":\"VERSION_CONFLICT\"", "\"currentVersion\":1");
        HttpResponse<String> instrument = put(
                path + "/" + BTCUSDT,
                "{\"maxPositionQuantity\":\"2\",\"priceCollarPercent\":\"2.5\",\"version\":0}",
                "mia",
                Role.RISK_MANAGER);
        assertThat(instrument.body()).contains("\"maxInstrumentExposure\":\"100000\"", "\"version\":1");
        JsonNode limits = JSON.readTree(
                get("/api/risk/limits?accountId=" + account, "ann").body());
        assertThat(limits.path("account").path("maxAccountExposure").asString()).isEqualTo("5000");
        assertThat(limits.path("items").path(0).path("maxPositionQuantity").asString())
                .isEqualTo("2");
        JsonNode changes = JSON.readTree(get("/api/risk/limits/changes?accountId=" + account + "&limit=1", "ann")
                .body());
        assertThat(changes.path("items").path(0).path("changedBy").asString()).isEqualTo("mia");
        assertThat(changes.path("items")
                        .path(0)
                        .path("after")
                        .path("maxPositionQuantity")
                        .asString())
                .isEqualTo("2");
        assertThat(changes.path("nextCursor").asString()).isNotEmpty();
    }

    @Test
    void letsTheDatabaseEndASessionThatStandsStillInATransaction() {
        assertThat(jdbc.sql("SHOW idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("5s");
    }

    @Test
    void showsItsMetricsWithoutAToken() {
        String question = JSON.writeValueAsString(
                OrderFixture.limit(account, BTCUSDT, Side.BUY, "10", "200").request());
        post("/internal/risk/reservations", question, "execution-service", Role.SERVICE);
        assertThat(get("/metrics", null).body())
                .contains(
                        "risk_denials_total{reason=\"LIMIT_PRICE_COLLAR\"",
                        "risk_reservation_seconds_count{outcome=\"DENIED\"",
                        "risk_reservations_held",
                        "risk_reservation_oldest_seconds");
    }

    @Test
    void namesWhatIsWrongWithTheInput() {
        String path = "/api/risk/limits/" + account;
        assertInvalid(put(path, "{\"maxOpenOrders\":-1,\"version\":0}", "mia", Role.RISK_MANAGER), "maxOpenOrders");
        assertInvalid(put(path, "{\"maxOpenOrders\":1}", "mia", Role.RISK_MANAGER), "version");
        assertInvalid(put(path, "{\"limit\":1,\"version\":0}", "mia", Role.RISK_MANAGER), "limit");
        assertInvalid(get("/api/risk/limits?accountId=me", "ann"), "accountId");
        assertInvalid(get("/api/risk/limits/changes?limit=0&accountId=" + account, "ann"), "limit");
        String order = JSON.writeValueAsString(
                OrderFixture.limit(account, BTCUSDT, Side.BUY, "0", "100").request());
        assertInvalid(post("/internal/risk/reservations", order, "execution-service", Role.SERVICE), "quantity");
    }

    /** A random life, complete or still going on. */
    private static List<OrderEvent> live(OrderFixture order, Random random) {
        List<OrderEvent> life =
                new ArrayList<>(List.of(order.received(1), order.approved(1), order.submitted(1), order.accepted(1)));
        for (int fills = random.nextInt(4); fills > 0; fills--) {
            life.add(order.fill(random.nextBoolean() ? "1" : "2", "100", 1));
        }
        switch (random.nextInt(4)) {
            case 0 -> life.add(order.canceled(1));
            case 1 -> {
                life.add(order.ended(OrderEventType.OrderExpired, OrderStatus.EXPIRED, 1));
                life.add(order.reopened(1));
            }
            case 2 -> life.add(order.fill(order.quantity().minus(order.filled()), "100", "0", "BNB", 1));
            default -> {}
        }
        return life;
    }

    private static BigDecimal netOf(List<OrderFixture> orders) {
        return orders.stream()
                .map(order -> order.filled()
                        .value()
                        .multiply(BigDecimal.valueOf(order.side().sign())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal openOf(List<OrderFixture> orders, Side side) {
        return orders.stream()
                .filter(order -> order.side() == side && !order.status().isTerminal())
                .map(order -> order.quantity().minus(order.filled()))
                .map(Quantity::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertInvalid(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    private JsonNode exposure(String subject) {
        return JSON.readTree(
                get("/api/risk/exposure?accountId=" + account, subject).body());
    }

    @Test
    void documentsEveryRouteWithItsRoles(@Autowired ApplicationContext service) throws Exception {
        JsonNode document = DocumentedRoutes.checked(service);
        assertThat(document.at("/paths/~1api~1risk~1limits~1{accountId}/put/x-roles")
                        .toString())
                .isEqualTo("[\"risk-manager\",\"admin\"]");
    }

    private HttpResponse<String> get(String path, @Nullable String subject, Role... roles) {
        return send(request(path, subject, roles).GET());
    }

    private HttpResponse<String> post(String path, String body, String subject, Role... roles) {
        return send(request(path, subject, roles).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String path, String body, String subject, Role... roles) {
        return send(request(path, subject, roles).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String subject, Role... roles) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        Role[] named = roles.length == 0 ? new Role[] {Role.VIEWER} : roles;
        return subject == null ? request : request.header("Authorization", TOKENS.bearer(subject, named));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

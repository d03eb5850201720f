package dev.capstan.strategy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.order.FactSource;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.order.OrderSnapshot;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.tradingstate.TradingStateScope;
import dev.capstan.contracts.tradingstate.TradingStateValue;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.kit.testing.OtherServices;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.launcher.testing.TestStack;
import dev.capstan.strategy.StrategyServiceApplication;
import dev.capstan.strategy.service.PlayedServices.PlacedOrder;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrategyServiceIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final InstrumentId BTCUSDT = InstrumentId.parse(PlayedServices.INSTRUMENT);
    private static final CandleColumns MARKET = RandomWalk.candles(11, 200);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static PlayedServices played;
    private static OtherServices others;
    private static ConfigurableApplicationContext service;

    private final AccountId account = AccountId.of(UUID.randomUUID());

    @BeforeAll
    static void start() {
        played = new PlayedServices();
        played.lastCandle(openTime(0).minusSeconds(60));
        others = new OtherServices(TestStack.shared().bootstrapServers());
        others.tradingState(state(TradingStateScope.ALL, null, TradingStateValue.ACTIVE));
        service = SpringApplication.run(
                StrategyServiceApplication.class,
                ServiceUnderTest.named("strategy-service", "strategy")
                        .with("capstan.services.execution", played.url())
                        .with("capstan.services.risk", played.url())
                        .with("capstan.services.portfolio", played.url())
                        .with("capstan.services.market-data", played.url())
                        .arguments());
    }

    @AfterAll
    static void stop() {
        service.close();
        others.close();
        played.close();
    }

    @BeforeEach
    void accountIsKnown() {
        played.everythingIsDown(false);
        others.account(account, "tom");
        await().atMost(LIMIT)
                .until(() ->
                        get("tom", "/api/strategy/status?accountId=" + account).status() == 200);
    }

    private static TradingStateEvent state(
            TradingStateScope scope, @Nullable AccountId account, TradingStateValue value) {
        return new TradingStateEvent(
                scope, account, null, value, TradingStateCause.PERSON, "test", null, 1, Instant.now());
    }

    private static Instant openTime(int row) {
        return Instant.ofEpochMilli(MARKET.openTime(row));
    }

    private record Answer(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private static Answer get(String user, String path) throws Exception {
        return send(request(user, Role.VIEWER, path).GET());
    }

    private static Answer post(String path, String body, @Nullable String key) throws Exception {
        HttpRequest.Builder request = request("tom", Role.TRADER, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static Answer put(String path, String body) throws Exception {
        return send(request("tom", Role.TRADER, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String user, Role role, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TestTokens.shared().bearer(user, role));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    private String request() {
        return "{\"accountId\":\"" + account
                + "\",\"strategy\":{\"kind\":\"sma-cross\",\"parameters\":{\"fast\":\"3\",\"slow\":\"8\"}},"
                + "\"instrumentId\":\"" + BTCUSDT + "\",\"timeframe\":\"1m\",\"capital\":\"10000\"}";
    }

    private Answer started() throws Exception {
        return post("/api/strategy/start", request(), UUID.randomUUID().toString());
    }

    private JsonNode run() throws Exception {
        return get("tom", "/api/strategy/status?accountId=" + account)
                .json()
                .path("items")
                .path(0);
    }

    private static void candle(int row) {
        others.candle(new CandleEvent(
                BTCUSDT,
                "test",
                "1m",
                openTime(row),
                openTime(row).plusMillis(59_999),
                Price.of(Decimal8.decimal(MARKET.open(row))),
                Price.of(Decimal8.decimal(MARKET.high(row))),
                Price.of(Decimal8.decimal(MARKET.low(row))),
                Price.of(Decimal8.decimal(MARKET.close(row))),
                Quantity.of(Decimal8.decimal(MARKET.volume(row))),
                1,
                Instant.now()));
    }

    @Test
    void aRunTradesShowsWhatItDoesAndStops() throws Exception {
        Answer answer = started();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("runId").asString();
        int row = 0;
        while (played.calls().stream().noneMatch(this::isMine)) {
            candle(row++);
            long taken = row;
            await().atMost(LIMIT).until(() -> run().path("candles").asLong() == taken);
            if (run().path("stage").asString().equals("SIGNAL")) {
                await().atMost(LIMIT).until(() -> played.calls().stream().anyMatch(this::isMine));
            }
        }
        PlacedOrder order =
                played.calls().stream().filter(this::isMine).findFirst().orElseThrow();
        assertThat(order.onBehalfOf()).isEqualTo("tom");
        assertThat(order.key()).startsWith("run-" + id + "-v0-");
        assertThat(order.body().path("orderType").asString()).isEqualTo("MARKET");
        others.order(filled(order, MARKET.open(row)));
        await().atMost(LIMIT).until(() -> run().path("stage").asString().equals("POSITION_OPEN"));

        JsonNode intent =
                get("tom", "/api/strategy/runs/" + id + "/intents").json().at("/items/0");
        assertThat(intent.path("cause").asString()).isEqualTo("FILLED");
        assertThat(intent.path("orderId").asString()).isEqualTo(order.orderId().text());
        JsonNode fill = get("tom", "/api/strategy/runs/" + id + "/fills").json().at("/items/0");
        assertThat(fill.path("price").asString()).isEqualTo(Decimal8.text(MARKET.open(row)));
        assertThat(get("tom", "/api/strategy/runs/" + id + "/signals").json().path("items"))
                .hasSize(row);
        JsonNode analysis = get("tom", "/api/strategy/analysis/" + id).json();
        assertThat(analysis.at("/readings/fast").isNumber())
                .as(analysis.toString())
                .isTrue();
        assertThat(analysis.path("stop").asString())
                .isEqualTo(intent.path("stop").asString());
        assertThat(analysis.path("is_stale").asBoolean()).isFalse();

        Answer stopped = post("/api/strategy/stop", "{\"runId\":\"" + id + "\"}", null);
        assertThat(stopped.json().path("status").asString()).as(stopped.text()).isEqualTo("STOPPED");
        assertThat(stopped.json().path("position").asString()).isNotEqualTo("0.00000000");
        assertThat(post("/api/strategy/stop", "{\"runId\":\"" + id + "\"}", null)
                        .text())
                .isEqualTo(stopped.text());
        assertThat(get("tom", "/metrics").text()).contains("capstan_strategy_candles_total");
    }

    private boolean isMine(PlacedOrder order) {
        return order.body().path("accountId").asString().equals(account.text());
    }

    private OrderEvent filled(PlacedOrder placed, long price) {
        Quantity quantity = Quantity.parse(placed.body().path("quantity").asString());
        OrderSnapshot order = new OrderSnapshot(
                placed.orderId(),
                ClientOrderId.parse(placed.clientOrderId()),
                account,
                BTCUSDT,
                "tom",
                Side.BUY,
                OrderType.MARKET,
                TimeInForce.GTC,
                quantity,
                null,
                null,
                OrderStatus.FILLED,
                quantity,
                Quantity.ZERO,
                null,
                VenueOrderId.parse("1"),
                1,
                false,
                false,
                Instant.now());
        FillDetails fill = new FillDetails(
                TradeId.parse("1"),
                VenueOrderId.parse("1"),
                1,
                Price.of(Decimal8.decimal(price)),
                quantity,
                Asset.parse("BTC"),
                Asset.parse("USDT"),
                Money.parse("0.00001"),
                Asset.parse("BTC"),
                false,
                Instant.now());
        return new OrderEvent(
                UUID.randomUUID(),
                OrderEventType.OrderFilled,
                1,
                order,
                fill,
                null,
                null,
                null,
                FactSource.STREAM,
                Instant.now(),
                Instant.now());
    }

    @Test
    void whatMustHoldIsAnsweredAsOneList() throws Exception {
        played.everythingIsDown(true);
        others.tradingState(state(TradingStateScope.ACCOUNT, account, TradingStateValue.HALTED));
        await().atMost(LIMIT).untilAsserted(() -> {
            Answer refused = started();
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.json().path("code").asString()).isEqualTo("START_REFUSED");
            assertThat(refused.json()
                            .path("failed")
                            .valueStream()
                            .map(each -> each.path("code").asString()))
                    .containsExactlyInAnyOrder(
                            "TRADING_ACTIVE", "RISK_UP", "VENUE_UP", "FEED_FRESH", "BALANCE_COVERS_CAPITAL");
        });
        assertThat(run().isMissingNode()).isTrue();
    }

    @Test
    void anAccountHasOneRunAtATime() throws Exception {
        String id = started().json().path("runId").asString();
        Answer second = started();
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().at("/failed/0/code").asString()).isEqualTo("GUARD_ACTIVE_RUNS");
        post("/api/strategy/stop", "{\"runId\":\"" + id + "\"}", null);
        assertThat(started().status()).isEqualTo(201);
    }

    @Test
    void aRepeatedStartIsTheSameRun() throws Exception {
        Answer first = post("/api/strategy/start", request(), "again-" + account);
        Answer again = post("/api/strategy/start", request(), "again-" + account);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("runId")).isEqualTo(first.json().path("runId"));
        Answer other = post("/api/strategy/start", request().replace("10000", "20000"), "again-" + account);
        assertThat(other.text()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"sma-cross"               | "kind":"moon"                        | strategy.kind
            "fast":"3"                       | "fast":"0"                           | strategy.parameters.fast
            "instrumentId":"BTCUSDT.BINANCE" | "instrumentId":"NONE.BINANCE"        | instrumentId
            "timeframe":"1m"                 | "timeframe":"7m"                     | timeframe
            "capital":"10000"                | "capital":"0"                        | capital
            "capital":"10000"                | "capital":"1","riskPercent":"101"    | riskPercent
            "capital":"10000"                | "capital":"1","gaps":"fill"          | gaps
            "capital":"10000"                | "capital":"1","version":3            | version
            "capital":"10000"                | "capital":"1","leverage":3           | leverage
            "capital":"10000"                | "capital":"1","strategyId":"01890a5d-ac96-774b-bcce-b302099a8057" | strategy
            """)
    void badInputIsRefusedByField(String good, String bad, String field) throws Exception {
        String body = request().replace(good, bad);
        assertThat(body).isNotEqualTo(request());
        Answer answer = post("/api/strategy/start", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .as(answer.text())
                .contains(field);
    }

    @Test
    void anothersRunIsNotThere() throws Exception {
        String id = started().json().path("runId").asString();
        assertThat(get("eve", "/api/strategy/status?accountId=" + account).status())
                .isEqualTo(404);
        assertThat(get("eve", "/api/strategy/analysis/" + id).status()).isEqualTo(404);
        assertThat(get("eve", "/api/strategy/runs/" + id + "/fills").status()).isEqualTo(404);
        assertThat(send(request("eve", Role.TRADER, "/api/strategy/stop")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"runId\":\"" + id + "\"}")))
                        .status())
                .isEqualTo(404);
        assertThat(send(request("tom", Role.VIEWER, "/api/strategy/stop")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"runId\":\"" + id + "\"}")))
                        .status())
                .isEqualTo(403);
    }

    private static String saved(String fast, String more) {
        return "{\"name\":\"cross\",\"kind\":\"sma-cross\",\"parameters\":{\"fast\":\"" + fast + "\",\"slow\":\"8\"}"
                + more + "}";
    }

    @Test
    void everySaveIsAVersionThatStays() throws Exception {
        Answer first = post("/api/strategies", saved("3", ""), "save-" + account);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        String id = first.json().path("strategyId").asString();
        assertThat(post("/api/strategies", saved("3", ""), "save-" + account).text())
                .isEqualTo(first.text());
        Answer second = put("/api/strategies/" + id, saved("4", ",\"autoUpdate\":true,\"version\":1"));
        assertThat(second.json().path("version").asInt()).as(second.text()).isEqualTo(2);
        assertThat(put("/api/strategies/" + id, saved("4", ",\"autoUpdate\":true,\"version\":1"))
                        .text())
                .as("a repeated save finds itself done")
                .isEqualTo(second.text());
        assertThat(put("/api/strategies/" + id, saved("5", ",\"version\":1")).text())
                .contains("VERSION_CONFLICT");
        JsonNode versions =
                get("tom", "/api/strategies/" + id + "/versions").json().path("items");
        assertThat(versions.valueStream()
                        .map(each -> each.at("/parameters/fast").asString()))
                .containsExactly("4", "3");
        assertThat(get("eve", "/api/strategies/" + id).status()).isEqualTo(404);

        String body =
                request().replaceAll("\"strategy\":\\{.*?\\}\\},", "\"strategyId\":\"" + id + "\",\"version\":1,");
        JsonNode run =
                post("/api/strategy/start", body, UUID.randomUUID().toString()).json();
        assertThat(run.path("version").asInt()).as(run.toString()).isOne();
        assertThat(run.at("/parameters/fast").asString()).isEqualTo("3");

        assertThat(post("/api/strategies/" + id + "/archive", "", null)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ARCHIVED");
        assertThat(put("/api/strategies/" + id, saved("6", ",\"version\":2")).text())
                .contains("STATE_CONFLICT");
        assertThat(post("/api/strategy/start", body, UUID.randomUUID().toString())
                        .text())
                .contains("strategyId", "archived");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"","kind":"sma-cross"}                               | name
            {"name":"a","kind":"moon"}                                   | kind
            {"name":"a","kind":"sma-cross","parameters":{"fast":"x"}}    | parameters.fast
            {"name":"a","kind":"sma-cross","version":1}                  | version
            {"name":"a"}                                                 | kind
            """)
    void aBadDefinitionIsRefusedByField(String body, String field) throws Exception {
        Answer answer = post("/api/strategies", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void whatCanBeRunIsListedWithItsParameters() throws Exception {
        JsonNode kinds = get("tom", "/api/strategies").json().path("kinds");
        assertThat(kinds.valueStream().map(kind -> kind.path("name").asString()))
                .contains("sma-cross", "rsi");
        assertThat(kinds.at("/0/parameters/0/minimum").asString()).isNotEmpty();
    }

    @Test
    void namesEveryRouteWithItsRoles() throws Exception {
        JsonNode document = DocumentedRoutes.checked(service);
        assertThat(document.at("/paths/~1api~1strategy~1start/post/x-roles").toString())
                .contains("trader");
    }
}

package dev.capstan.strategy.service;

import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.marketdata.CandleEvent;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.tradingstate.TradingStateScope;
import dev.capstan.contracts.tradingstate.TradingStateValue;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.OtherServices;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.launcher.testing.TestStack;
import dev.capstan.strategy.StrategyServiceApplication;
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
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over HTTP and Kafka with a database of its own, the other services played, and an account that is tom's. */
abstract class StrategyServiceBench {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final InstrumentId BTCUSDT = InstrumentId.parse(PlayedServices.INSTRUMENT);
    static final CandleColumns MARKET = RandomWalk.candles(11, 200);
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static PlayedServices played;
    static OtherServices others;
    static ConfigurableApplicationContext service;

    final AccountId account = AccountId.of(UUID.randomUUID());

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
        // A start is refused while the trading states are not read to the end.
        await().atMost(LIMIT).until(() -> get("tom", "/ready").status() == 200);
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
        played.marketDataIsAway(false);
        others.account(account, "tom");
        await().atMost(LIMIT)
                .until(() ->
                        get("tom", "/api/strategy/status?accountId=" + account).status() == 200);
    }

    static TradingStateEvent state(TradingStateScope scope, @Nullable AccountId account, TradingStateValue value) {
        return new TradingStateEvent(
                scope, account, null, value, TradingStateCause.PERSON, "test", null, 1, Instant.now());
    }

    static Instant openTime(int row) {
        return Instant.ofEpochMilli(MARKET.openTime(row));
    }

    record Answer(int status, String text) {

        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    static Answer get(String user, String path) throws Exception {
        return send(request(user, Role.VIEWER, path).GET());
    }

    static Answer post(String path, String body, @Nullable String key) throws Exception {
        HttpRequest.Builder request = request("tom", Role.TRADER, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    static Answer put(String path, String body) throws Exception {
        return send(request("tom", Role.TRADER, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    static HttpRequest.Builder request(String user, Role role, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TestTokens.shared().bearer(user, role));
    }

    static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    String request() {
        return "{\"accountId\":\"" + account
                + "\",\"strategy\":{\"kind\":\"sma-cross\",\"parameters\":{\"fast\":\"3\",\"slow\":\"8\"}},"
                + "\"instrumentId\":\"" + BTCUSDT + "\",\"timeframe\":\"1m\",\"capital\":\"10000\"}";
    }

    Answer started() throws Exception {
        return post("/api/strategy/start", request(), UUID.randomUUID().toString());
    }

    JsonNode run() throws Exception {
        return get("tom", "/api/strategy/status?accountId=" + account)
                .json()
                .path("items")
                .path(0);
    }

    static void candle(int row) {
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
}

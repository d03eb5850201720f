package dev.capstan.backtest.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.backtest.BacktestServiceApplication;
import dev.capstan.kit.security.Role;
import dev.capstan.kit.testing.DocumentedRoutes;
import dev.capstan.kit.testing.ServiceUnderTest;
import dev.capstan.kit.testing.TestTokens;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestApiIT {

    private static final String INSTRUMENT = "BTCUSDT.BINANCE";
    private static final CandleColumns CANDLES = RandomWalk.candles(7, 5_000);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static PlayedMarketData market;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        market = new PlayedMarketData(INSTRUMENT, CANDLES);
        service = SpringApplication.run(
                BacktestServiceApplication.class,
                ServiceUnderTest.named("backtest-service", "backtest")
                        .with("capstan.services.market-data", market.url())
                        .with(
                                "capstan.backtest.object-store.folder",
                                folder.resolve("objects").toString())
                        .with(
                                "capstan.backtest.columns.folder",
                                folder.resolve("columns").toString())
                        .arguments());
    }

    @AfterAll
    static void stop() {
        service.close();
        market.close();
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

    private static HttpRequest.Builder request(String user, Role role, String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TestTokens.shared().bearer(user, role));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** A request with something added, or put in the place of what is there. */
    private static String request(String more) {
        return "{\"strategy\":{\"kind\":\"sma-cross\",\"parameters\":{\"fast\":\"9\",\"slow\":\"21\"}},"
                + "\"instrumentId\":\"" + INSTRUMENT + "\",\"timeframe\":\"1m\",\"capital\":\"10000\"" + more + "}";
    }

    private static JsonNode started(String body) throws Exception {
        Answer answer = post("/api/backtest/start", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json();
    }

    private static JsonNode ended(String id) throws Exception {
        JsonNode run = get("tom", "/api/backtest/status/" + id).json();
        for (int look = 0; look < 50 && run.path("endedAt").isNull(); look++) {
            run = get("tom", "/api/backtest/status/" + id + "?wait=1s").json();
        }
        return run;
    }

    @Test
    void aRunGivesWhatTheEngineGivesWithoutAnyServer() throws Exception {
        String id = started(request("")).path("backtestId").asString();
        JsonNode run = ended(id);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        assertThat(run.path("progress").asString()).isEqualTo("1.0000");
        String key = "evidence/backtest/" + id + ".json";
        assertThat(run.path("results_storage_key").asString()).isEqualTo(key);

        BacktestResult expected = inProcess();
        JsonNode result = get("tom", "/api/backtest/result/" + id).json();
        assertThat(result.path("fingerprint").asString()).isEqualTo(expected.fingerprint());
        assertThat(result.path("roundTrips").asInt())
                .isEqualTo(expected.roundTrips().size())
                .isGreaterThan(20);
        assertThat(result.path("results_storage_key").asString()).isEqualTo(key);

        Answer evidence = get("tom", "/api/backtest/result/" + id + "/evidence");
        assertThat(evidence.text())
                .isEqualTo(Files.readString(folder.resolve("objects").resolve(key)));
        assertThat(evidence.json().path("fingerprint").asString()).isEqualTo(expected.fingerprint());
        assertThat(evidence.json().path("orders").size())
                .isEqualTo(expected.orders().size());
    }

    private static BacktestResult inProcess() {
        StrategyKind kind = BuiltInStrategies.kinds().find("sma-cross").orElseThrow();
        ParameterCheck check = kind.check(Map.of("fast", "9", "slow", "21"));
        InstrumentRules rules = new InstrumentRules(
                Decimal8.parse("0.01"),
                Decimal8.parse("0.001"),
                Decimal8.parse("0.001"),
                Long.MAX_VALUE,
                Decimal8.parse("5"));
        return Backtest.run(
                CANDLES,
                kind.create(((ParameterCheck.Accepted) check).parameters()),
                new BacktestSettings(
                        new RunSettings(rules, Decimal8.parse("10000"), 10_000),
                        new CommissionRate(1_000),
                        FillRules.standard(),
                        null),
                BacktestProgress.NONE);
    }

    @Test
    void entriesBeyondTheLimitAreDenied() throws Exception {
        String id =
                started(request(",\"maxExposure\":\"1000\"")).path("backtestId").asString();
        assertThat(ended(id).path("state").asString()).isEqualTo("COMPLETED");
        JsonNode evidence =
                get("tom", "/api/backtest/result/" + id + "/evidence").json();
        assertThat(evidence.path("settings").path("maxExposure").asString()).isEqualTo("1000");
        assertThat(evidence.path("fills")).isEmpty();
        assertThat(evidence.path("orders"))
                .isNotEmpty()
                .allSatisfy(
                        order -> assertThat(order.path("denial").asString()).isEqualTo("LIMIT_INSTRUMENT_EXPOSURE"));
    }

    @Test
    void candlesAreReadOnceForARange() throws Exception {
        String range = ",\"from\":\"2024-01-01T01:00:00Z\",\"to\":\"2024-01-01T09:00:00Z\"";
        int before = market.exports();
        JsonNode first = ended(started(request(range)).path("backtestId").asString());
        JsonNode second = ended(started(request(range)).path("backtestId").asString());
        assertThat(first.path("candlesTotal").asInt()).as(first.toString()).isEqualTo(480);
        assertThat(second.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(market.exports() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void candlesThatWereCutAreReadAgain() throws Exception {
        int before = market.exports();
        String epoch = ",\"marketEpoch\":\"" + PlayedMarketData.CUT_ONCE + "\"";
        JsonNode run = ended(started(request(epoch)).path("backtestId").asString());
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        assertThat(run.path("attempt").asInt()).isOne();
        assertThat(market.exports() - before).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aRunThatIsCanceledWhileItReadsLeavesTheExport() throws Exception {
        String epoch = ",\"marketEpoch\":\"" + PlayedMarketData.ENDLESS + "\"";
        String id = started(request(epoch)).path("backtestId").asString();
        await().atMost(LIMIT).until(market::isReadWithoutEnd);
        assertThat(post("/api/backtest/cancel/" + id, "", null).status()).isEqualTo(200);
        await().atMost(LIMIT).until(market::isLeft);
        JsonNode next = ended(started(request("")).path("backtestId").asString());
        assertThat(next.path("state").asString()).as(next.toString()).isEqualTo("COMPLETED");
    }

    @Test
    void aRepeatedStartIsTheSameRun() throws Exception {
        Answer first = post("/api/backtest/start", request(""), "key-1");
        Answer again = post("/api/backtest/start", request(""), "key-1");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().path("backtestId")).isEqualTo(first.json().path("backtestId"));
        Answer other = post("/api/backtest/start", request(",\"riskPercent\":\"2\""), "key-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text()).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(post("/api/backtest/start", request(""), null).text()).contains("IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"sma-cross"              | "kind":"moon"                                     | strategy.kind
            "fast":"9"                      | "fast":"0"                                        | strategy.parameters.fast
            "fast":"9"                      | "fastest":"9"                                     | strategy.parameters.fastest
            "instrumentId":"BTCUSDT.BINANCE"| "instrumentId":"NONE.BINANCE","tick":"1","lot":"1","minNotional":"1" | instrumentId
            "capital":"10000"               | "capital":"1","marketEpoch":"elsewhere"           | marketEpoch
            "instrumentId":"BTCUSDT.BINANCE"| "instrumentId":"NONE.BINANCE"                     | tick
            "capital":"10000"               | "capital":"0"                                     | capital
            "capital":"10000"               | "capital":"1","riskPercent":"101"                 | riskPercent
            "capital":"10000"               | "capital":"1","commissionPercent":"11"            | commissionPercent
            "capital":"10000"               | "capital":"1","slippageTicks":-1                  | slippageTicks
            "capital":"10000"               | "capital":"1","volumeSharePercent":0              | volumeSharePercent
            "capital":"10000"               | "capital":"1","maxExposure":"0"                   | maxExposure
            "capital":"10000"               | "capital":"1","timeoutSeconds":0                  | timeoutSeconds
            "capital":"10000"               | "capital":"1","gaps":"fill"                       | gaps
            "capital":"10000"               | "capital":"1","priority":"urgent"                 | priority
            "capital":"10000"               | "capital":"1","lot":"0.000000001"                 | lot
            "capital":"10000"               | "capital":"1","from":"2030-01-01T00:00:00Z"       | from
            "capital":"10000"               | "capital":"1","to":"2020-01-01T00:00:00Z"         | to
            "capital":"10000"               | "capital":"1","sweep":true                        | sweep
            """)
    void badInputIsRefusedByField(String good, String bad, String field) throws Exception {
        String body = request("").replace(good, bad);
        assertThat(body).isNotEqualTo(request(""));
        Answer answer = post("/api/backtest/start", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .as(answer.text())
                .contains(field);
    }

    @Test
    void aGapIsRefusedUnlessItIsSkipped() throws Exception {
        market.hasAGap(true);
        try {
            Answer answer =
                    post("/api/backtest/start", request(""), UUID.randomUUID().toString());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text())
                    .contains("\"field\":\"gaps\"")
                    .contains("3 candles are missing in 1 places")
                    .contains("2024-01-01T00:10:00Z");
            started(request(",\"gaps\":\"skip\""));
        } finally {
            market.hasAGap(false);
        }
    }

    @Test
    void anotherUsersRunIsNotThere() throws Exception {
        String id = started(request("")).path("backtestId").asString();
        ended(id);
        assertThat(get("eve", "/api/backtest/status/" + id).status()).isEqualTo(404);
        assertThat(get("eve", "/api/backtest/result/" + id).status()).isEqualTo(404);
        assertThat(get("eve", "/api/backtest/result/" + id + "/evidence").status())
                .isEqualTo(404);
        assertThat(get("eve", "/api/backtest").json().path("items").size()).isZero();
        assertThat(send(request("eve", Role.TRADER, "/api/backtest/cancel/" + id)
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(404);
        assertThat(send(request("tom", Role.VIEWER, "/api/backtest/cancel/" + id)
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsOverIsNotCanceledAndHasAPlaceInTheList() throws Exception {
        String id = started(request("")).path("backtestId").asString();
        ended(id);
        Answer late = post("/api/backtest/cancel/" + id, "", null);
        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.text()).contains("STATE_CONFLICT").contains("COMPLETED");
        JsonNode page = get("tom", "/api/backtest?state=COMPLETED&limit=1").json();
        assertThat(page.path("items").size()).isOne();
        assertThat(page.path("items").path(0).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void theUsersDefaultsAreWhatARunIsCharged() throws Exception {
        String put = "{\"commissionPercent\":\"0.2\",\"slippageTicks\":3}";
        Answer stored = send(request("dora", Role.TRADER, "/api/backtest/defaults")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(put)));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        assertThat(get("dora", "/api/backtest/defaults").text()).isEqualTo(put);
        Answer run = send(request("dora", Role.TRADER, "/api/backtest/start")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString(request(",\"slippageTicks\":1"))));
        assertThat(run.json().at("/run/commissionPercent").asString()).isEqualTo("0.2");
        assertThat(run.json().at("/run/slippageTicks").asInt()).isEqualTo(1);
        assertThat(get("tom", "/api/backtest/defaults").text()).contains("\"0.1\"");
    }

    @Test
    void metricsCountRuns() throws Exception {
        ended(started(request("")).path("backtestId").asString());
        assertThat(get("tom", "/metrics").text())
                .contains(
                        "bt_runs_total{",
                        "bt_fail_total{",
                        "bt_trades_total{",
                        "bt_latency_ms_bucket{",
                        "bt_queue_depth{");
    }

    @Test
    void namesEveryRouteWithItsRoles() throws Exception {
        JsonNode document = DocumentedRoutes.checked(service);
        assertThat(document.at("/paths/~1api~1backtest~1start/post/x-roles").toString())
                .contains("trader");
    }
}

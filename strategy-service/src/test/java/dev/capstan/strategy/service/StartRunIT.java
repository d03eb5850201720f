package dev.capstan.strategy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.contracts.tradingstate.TradingStateScope;
import dev.capstan.contracts.tradingstate.TradingStateValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be right, and what must hold, before a run starts. */
class StartRunIT extends StrategyServiceBench {

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
    void theListIsAnsweredAlsoWhileMarketDataIsAway() throws Exception {
        played.everythingIsDown(true);
        played.marketDataIsAway(true);
        Answer refused = started();
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json()
                        .path("failed")
                        .valueStream()
                        .map(each -> each.path("code").asString()))
                .contains("RISK_UP", "VENUE_UP", "FEED_FRESH")
                .doesNotContain("BALANCE_COVERS_CAPITAL");
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
            "capital":"10000"                | "capital":"1000000000.00000001"      | capital
            "capital":"10000"                | "capital":"0.000000001"              | capital
            "capital":"10000"                | "capital":10000                      | capital
            "capital":"10000"                | "capital":null                       | capital
            "capital":"10000"                | "riskPercent":"1"                    | capital
            "capital":"10000"                | "capital":"1","riskPercent":"0.00001" | riskPercent
            "capital":"10000"                | "capital":"1","riskPercent":"-1"     | riskPercent
            "kind":"sma-cross"               | "kind":null                          | strategy.kind
            "fast":"3"                       | "fast":3                             | strategy.parameters.fast
            "fast":"3"                       | "speed":"3"                          | strategy.parameters.speed
            "instrumentId":"BTCUSDT.BINANCE" | "instrumentId":"PEPEBTC.BINANCE"     | instrumentId
            "timeframe":"1m"                 | "timeframe":"1m&limit=1"             | timeframe
            "timeframe":"1m"                 | "timeframe":""                       | timeframe
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
    void aTimeframeOfAnyLengthIsRefusedByField() throws Exception {
        String body = request().replace("\"1m\"", "\"" + "1".repeat(20_000) + "m\"");
        Answer answer = post("/api/strategy/start", body, UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("timeframe");
    }

    @Test
    void anInstrumentThatNoRunCanCountWithIsRefusedByItsNumber() throws Exception {
        String body = request().replace(PlayedServices.INSTRUMENT, PlayedServices.FINE_INSTRUMENT);
        Answer answer = post("/api/strategy/start", body, UUID.randomUUID().toString());
        assertThat(answer.text()).contains("tickSize=0.0000000001", "8 decimal places");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "7",
                "\"start\"",
                "{\"accountId\":1}",
                "{\"runId\":null}",
                "{\"runId\":\"x\"}"
            })
    void whatIsNoRequestIsTheCallersMistake(String body) throws Exception {
        for (String path : new String[] {"/api/strategy/start", "/api/strategy/stop", "/api/strategies"}) {
            Answer answer = post(path, body, UUID.randomUUID().toString());
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(400);
        }
    }

    @Test
    void theLargestAndTheSmallestAmountsAreTaken() throws Exception {
        played.balance("1000000000");
        String most = request().replace("\"10000\"", "\"1000000000.00000000\",\"riskPercent\":\"100\"");
        Answer answer = post("/api/strategy/start", most, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("pnl").asString()).isEqualTo("0.00000000");
        post("/api/strategy/stop", "{\"runId\":" + answer.json().path("runId") + "}", null);
        String least = request().replace("\"10000\"", "\"0.00000001\",\"riskPercent\":\"0.0001\"");
        assertThat(post("/api/strategy/start", least, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void ofStartsAtOnceOnePassesAndRepeatsFindIt() throws Exception {
        List<String> keys = List.of("one-" + account, "one-" + account, "two-" + account, "two-" + account);
        List<Answer> answers;
        try (ExecutorService pool = Executors.newFixedThreadPool(keys.size())) {
            CountDownLatch gate = new CountDownLatch(1);
            List<Future<Answer>> calls = keys.stream()
                    .map(key -> pool.submit(() -> {
                        gate.await();
                        return post("/api/strategy/start", request(), key);
                    }))
                    .toList();
            gate.countDown();
            answers = new ArrayList<>();
            for (Future<Answer> call : calls) {
                answers.add(call.get());
            }
        }
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 409, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.json().path("runId").asString())
                        .distinct())
                .hasSize(1);
        assertThat(get("tom", "/api/strategy/status?accountId=" + account)
                        .json()
                        .path("items"))
                .hasSize(1);
    }
}

package dev.capstan.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.launcher.process.ProcessIdentity;
import dev.capstan.launcher.stack.StackProcess;
import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Backtests;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.OnAQuietMachine;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Backtests over the gateway, through queue and workers, give what the engine gives alone; also when their worker is killed. */
@OnAQuietMachine
class BacktestScenario {

    private static final CandleColumns CANDLES = RandomWalk.candles(11, 200_000);
    private static final int HALF = 100_000;
    private static final int WARM_UP = Capstan.full() ? 20 : 10;
    private static final int RUNS = Capstan.full() ? 100 : 20;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int SOME = 6;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration A_BOOT = Duration.ofMinutes(2);

    private final Capstan capstan = Capstan.shared();
    private final Backtests backtests = new Backtests(capstan.trader(), "WALKUSD.TEST", CANDLES);

    @BeforeEach
    void candlesAreStored() {
        backtests.importCandles();
    }

    @Test
    void aRunOverTheGatewayIsTheEnginesRun() {
        String id = backtests.start(0);
        JsonNode run = backtests.awaitOver(id, SOON);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        Answer result = backtests.result(id);
        assertThat(result.text("fingerprint")).isEqualTo(backtests.fingerprintOfTheEngine(0));
        assertThat(result.body().path("roundTrips").asInt()).isGreaterThan(20);
        assertThat(result.text("results_storage_key")).isEqualTo("evidence/backtest/" + id + ".json");
        assertThat(backtests.evidence(id).text("fingerprint")).isEqualTo(result.text("fingerprint"));
    }

    @Test
    void aRunIsCanceledWithinASecondWhateverItDoes() {
        List<String> queue = new ArrayList<>(startsSome().keySet());
        assertThat(isCanceled(queue.removeLast())).isTrue();
        // Some are over before we come: one that begins is soon found.
        String running = queue.stream()
                .filter(id -> backtests.awaitBegun(id, SOON) && isCanceled(id))
                .findFirst()
                .orElseThrow();
        assertThat(backtests.awaitOver(backtests.start(0), SOON).path("state").asString())
                .isEqualTo("COMPLETED");
        assertThat(backtests.status(running).path("state").asString()).isEqualTo("CANCELED");
    }

    /** Whether the answer, within a second, is that it is; not of one that was over before. */
    private boolean isCanceled(String id) {
        long asked = System.nanoTime();
        Answer answer = backtests.cancel(id);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(A_SECOND);
        if (answer.status() == 409) {
            return false;
        }
        assertThat(answer.expect(200).text("state")).isEqualTo("CANCELED");
        return true;
    }

    /** More than are over before anybody can do something about the first: their ids, with the candle they begin at. */
    private Map<String, Integer> startsSome() {
        Map<String, Integer> started = new LinkedHashMap<>();
        for (int row = 1; row <= SOME; row++) {
            started.put(backtests.start(row), row);
        }
        return started;
    }

    @Test
    void aRunWhoseWorkerIsKilledCompletesOnceAndIsTheSame() {
        Map<String, Integer> started = startsSome();
        backtests.awaitBegun(started.keySet().iterator().next(), SOON);
        List<String> struck = killsTheWorker();
        for (String id : started.keySet()) {
            // Between two runs it worked at none.
            if (struck.isEmpty() && backtests.awaitBegun(id, SOON)) {
                struck = killsTheWorker();
            }
        }
        assertThat(struck).as("runs that somebody worked at").isNotEmpty();
        for (String id : started.keySet()) {
            JsonNode run = backtests.awaitOver(id, SOON);
            assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
            assertThat(run.path("attempt").asInt())
                    .as("workers that began " + id)
                    .isEqualTo(struck.contains(id) ? 2 : 1);
            assertThat(backtests.result(id).text("fingerprint"))
                    .isEqualTo(backtests.fingerprintOfTheEngine(started.get(id)));
        }
    }

    /** Answers which runs it worked at; until their lease ends nobody else takes them. */
    private List<String> killsTheWorker() {
        StackProcess service = capstan.process("backtest-service");
        ProcessIdentity worker = ProcessIdentity.of(
                        Objects.requireNonNull(service.status().pid()))
                .orElseThrow();
        service.kill();
        assertThat(worker.awaitEnd(SOON)).isTrue();
        List<String> struck = capstan.sql().texts("SELECT id FROM backtest.backtest_runs WHERE state = 'RUNNING'");
        capstan.stack().awaitReady(List.of(service.name()), A_BOOT);
        await("the gateway to reach it")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> backtests.list().status() == 200);
        return struck;
    }

    /** The requirement is two seconds; what it was is printed. */
    @Test
    void aHundredThousandCandlesTakeLessThanTwoSecondsNearlyAlways() {
        for (int warmUp = 0; warmUp < WARM_UP; warmUp++) {
            backtests.timeOfARun(HALF);
        }
        List<Duration> times = IntStream.range(0, RUNS)
                .mapToObj(_ -> backtests.timeOfARun(HALF))
                .sorted()
                .toList();
        Duration p95 = times.get(RUNS * 95 / 100 - 1);
        System.out.printf(
                "backtests: %d runs of 100,000 candles, POST to COMPLETED as seen by GET: p50 %d ms, p95 %d ms, most %d ms%n",
                RUNS,
                times.get(RUNS / 2).toMillis(),
                p95.toMillis(),
                times.getLast().toMillis());
        assertThat(p95).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void badInputIsRefusedByField() {
        refused("strategy.kind", Map.of("strategy", Map.of("kind", "moon")));
        refused(
                "strategy.parameters.fast",
                Map.of("strategy", Map.of("kind", "sma-cross", "parameters", Map.of("fast", "0"))));
        refused("instrumentId", Map.of("instrumentId", "NONE.TEST"));
        refused("timeframe", Map.of("timeframe", "7m"));
        refused("from", Map.of("from", "2030-01-01T00:00:00Z"));
        refused("lot", Map.of("lot", "0"));
        backtests.importWithAGap("WALKGAP.TEST");
        Answer gap = refused("gaps", Map.of("instrumentId", "WALKGAP.TEST"));
        assertThat(gap.body().toString()).contains("10 candles are missing in 1 places");
        assertThat(capstan.trader()
                        .api()
                        .get("/api/backtest/status/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private Answer refused(String field, Map<String, ?> change) {
        Answer answer = backtests.request(change).expect(400);
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .as(answer.body().toString())
                .contains(field);
        return answer;
    }
}

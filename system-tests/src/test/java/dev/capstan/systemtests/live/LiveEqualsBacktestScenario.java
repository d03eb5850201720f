package dev.capstan.systemtests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.step.StepDriver;
import dev.capstan.systemtests.dsl.Answer;
import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.PaperAccount;
import dev.capstan.systemtests.dsl.ReplayStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The same strategies, live through every service and in the engine, on the same candles: the same signals, intents and fills to the last
 * byte, each filled once. While they trade, what they trade with is killed at named places.
 */
public class LiveEqualsBacktestScenario {

    private static final int CANDLES = 1000;
    private static final int LEAST_ROUND_TRIPS = 20;
    private static final int CRASH_EVERY = Capstan.full() ? 20 : 100;

    private static final List<Crash> SHORT = List.of(
            Crash.of("strategy-service", "RUN_INTENT_COMMITTED"),
            Crash.of("execution-service", "OUTBOX_ACKNOWLEDGED").killing("kafka"),
            Crash.of("execution-service", "CLAIM_COMMITTED"),
            Crash.of("strategy-service", "RUN_ORDER_ANSWERED"),
            Crash.of("execution-service", "ANSWER_READ").killing("postgres"));

    private static final List<Crash> ALL = Stream.concat(
                    SHORT.stream(),
                    Stream.of(
                            Crash.of("execution-service", "REQUEST_WRITTEN"),
                            Crash.of("strategy-service", "EFFECT_COMMITTED"),
                            Crash.of("execution-service", "INTENT_COMMITTED")))
            .toList();

    private static final ReplayStack STACK = ReplayStack.stepped();

    private final StepDriver driver = STACK.driver();

    /** In turn, as soon as somebody trades again. */
    private final Deque<Crash> crashes = new ArrayDeque<>(
            Capstan.full()
                    ? Collections.nCopies(6, ALL).stream().flatMap(List::stream).toList()
                    : SHORT);

    @Test
    void signalsIntentsAndFillsAreTheEngines() {
        driver.step();
        List<PaperAccount> accounts = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            accounts.add(STACK.opensAccount());
        }
        driver.awaitQuiet();
        List<TradedRun> runs = List.of(
                TradedRun.start(STACK, accounts.get(0), Choice.SMA_CROSS, ReplayStack.REAL),
                TradedRun.start(STACK, accounts.get(1), Choice.RSI, ReplayStack.REAL),
                TradedRun.start(STACK, accounts.get(2), Choice.SMA_CROSS, ReplayStack.MADE_UP),
                TradedRun.start(STACK, accounts.get(3), Choice.RSI, ReplayStack.MADE_UP));
        trade();
        runs.forEach(run -> {
            Answer stopped = run.stop();
            assertThat(stopped.text("endReason")).as(run.toString()).isEqualTo("STOPPED");
            assertThat(stopped.body().path("candles").asInt()).isEqualTo(CANDLES);
        });
        runs.forEach(LiveEqualsBacktestScenario::isTheEngines);
    }

    private void trade() {
        List<Crash.Armed> armed = new ArrayList<>();
        for (int candle = 1; candle <= CANDLES; candle++) {
            if (candle % CRASH_EVERY == CRASH_EVERY / 2 && !crashes.isEmpty()) {
                armed.forEach(Crash.Armed::hasHappened);
                armed.add(crashes.poll().arm(STACK));
            }
            driver.step();
        }
        driver.awaitQuiet();
        armed.forEach(Crash.Armed::hasHappened);
        assertThat(crashes).isEmpty();
    }

    private static void isTheEngines(TradedRun live) {
        EngineRun engine = EngineRun.like(live);
        assertThat(engine.candles()).isEqualTo(CANDLES);
        assertThat(engine.roundTrips()).as(live.toString()).isGreaterThanOrEqualTo(LEAST_ROUND_TRIPS);
        assertThat(live.signals()).as("L1 of " + live).isEqualTo(engine.signals());
        List<IntentLine> wanted = live.intents();
        List<IntentLine> intents = engine.intents();
        // What is decided on the last candle finds no open in the engine.
        assertThat(wanted.size()).as("L2 of " + live).isBetween(intents.size(), intents.size() + 1);
        assertThat(texts(wanted.subList(0, intents.size()))).as("L2 of " + live).isEqualTo(texts(intents));
        List<String> filled = live.fills();
        List<String> fills = engine.fills();
        assertThat(filled.size()).as("L3 of " + live).isBetween(fills.size(), fills.size() + 1);
        assertThat(filled.subList(0, fills.size())).as("L3 of " + live).isEqualTo(fills);
        assertThat(live.venueFills())
                .as("the venue's own books, of " + live)
                .isEqualTo(filled.stream()
                        .map(fill -> fill.substring(fill.indexOf(' ') + 1))
                        .toList());
        System.out.printf(
                "%s: %d candles, %d round trips, %d intents and %d fills equal the engine's (%s); attempts that did not fill: %s%n",
                live,
                engine.candles(),
                engine.roundTrips(),
                intents.size(),
                fills.size(),
                engine.fingerprint(),
                live.attempts().stream()
                        .filter(line -> !line.cause().equals("FILLED"))
                        .map(line -> line.number() + "/" + line.attempt() + " " + line.cause())
                        .toList());
    }

    private static List<String> texts(List<IntentLine> lines) {
        return lines.stream().map(IntentLine::text).toList();
    }
}

package dev.capstan.systemtests.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.capstan.systemtests.dsl.Capstan;
import dev.capstan.systemtests.dsl.PaperAccount;
import dev.capstan.systemtests.dsl.ReplayStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A market that plays by the clock, sixty minutes a minute, and does not wait: every signal is the engine's all the same, and where an intent
 * is not, something happened before that the engine does not know of. Told of it, the engine's own code decides as the live run did.
 */
class LiveAtSpeedScenario {

    private static final int SPEED = 60;
    private static final int MINUTES = 1000;
    private static final int CANDLES = 240;
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @Test
    void signalsAreTheEnginesAndEveryOtherDifferenceHasACause() {
        assumeTrue(Capstan.full(), "minutes of a market that plays by the clock: --full");
        try (ReplayStack stack = ReplayStack.atSpeed(SPEED, MINUTES)) {
            List<TradedRun> runs = List.of(
                    started(stack, Choice.SMA_CROSS, ReplayStack.REAL),
                    started(stack, Choice.RSI, ReplayStack.REAL),
                    started(stack, Choice.SMA_CROSS, ReplayStack.MADE_UP),
                    started(stack, Choice.RSI, ReplayStack.MADE_UP));
            await("candles")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> runs.stream()
                            .allMatch(run -> run.status().path("candles").asInt() >= CANDLES));
            runs.forEach(TradedRun::stop);
            runs.forEach(LiveAtSpeedScenario::isExplained);
        }
    }

    /** Prices come in soon after the start. */
    private static TradedRun started(ReplayStack stack, Choice choice, String instrumentId) {
        PaperAccount account = stack.opensAccount();
        List<TradedRun> begun = new ArrayList<>();
        await("start of " + choice)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> begun.add(TradedRun.start(stack, account, choice, instrumentId)));
        return begun.getFirst();
    }

    private static void isExplained(TradedRun live) {
        EngineRun engine = EngineRun.like(live);
        assertThat(live.status().path("endReason").asString()).isEqualTo("STOPPED");
        assertThat(live.signals()).as("L1 of " + live).isEqualTo(engine.signals());
        assertThat(texts(Retold.intents(live)))
                .as("L2 of " + live + ", told what happened")
                .isEqualTo(texts(live.intents()));
        List<Differences.Difference> differences = Differences.of(live, engine);
        System.out.printf(
                "%s at speed %d: %d candles, %d intents, %d of them not the engine's%n",
                live, SPEED, engine.candles(), live.intents().size(), differences.size());
        differences.forEach(System.out::println);
        assertThat(differences).as("L2 of " + live).allMatch(difference -> difference.cause() != null);
    }

    private static List<String> texts(List<IntentLine> lines) {
        return lines.stream().map(IntentLine::text).toList();
    }
}

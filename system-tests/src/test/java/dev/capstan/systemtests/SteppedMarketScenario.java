package dev.capstan.systemtests;

import dev.capstan.systemtests.dsl.BesideOthers;
import dev.capstan.systemtests.dsl.ReplayStack;
import dev.capstan.systemtests.feed.StepModeScenario;
import dev.capstan.systemtests.live.LiveEqualsBacktestScenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What happens on a market that goes on only when all is done: one stack, one after the other, the short one first. */
@BesideOthers
class SteppedMarketScenario {

    @Nested
    @Order(1)
    @Execution(ExecutionMode.SAME_THREAD)
    class StepMode extends StepModeScenario {}

    @Nested
    @Order(2)
    @Execution(ExecutionMode.SAME_THREAD)
    class LiveEqualsBacktest extends LiveEqualsBacktestScenario {}

    @AfterAll
    static void end() {
        ReplayStack.endStepped();
    }
}

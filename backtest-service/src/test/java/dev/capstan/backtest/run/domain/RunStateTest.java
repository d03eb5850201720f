package dev.capstan.backtest.run.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Set<String> LEGAL = Set.of(
            "PENDING RUNNING",
            "PENDING CANCELED",
            "PENDING TIMED_OUT",
            "RUNNING PENDING",
            "RUNNING COMPLETED",
            "RUNNING FAILED",
            "RUNNING CANCELED",
            "RUNNING TIMED_OUT");

    @Test
    void movesAsListedAndNotOtherwise() {
        Set<String> moved = new TreeSet<>();
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                if (moves(from, to)) {
                    moved.add(from + " " + to);
                }
            }
        }
        assertThat(moved).isEqualTo(new TreeSet<>(LEGAL));
    }

    private static boolean moves(RunState from, RunState to) {
        try {
            return from.to(to) == to;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    void anIllegalMoveNamesBothStates() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RunState.COMPLETED.to(RunState.RUNNING))
                .withMessageContaining("COMPLETED")
                .withMessageContaining("RUNNING");
    }
}

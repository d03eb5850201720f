package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunState;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.util.Optional;

/**
 * Ends a run that is not over, at once, whoever works on it: what its worker would write later no longer finds it held, and the worker
 * learns of it from the signal, or from its next heartbeat in another process.
 */
public final class CancelRun {

    private final Runs runs;
    private final RunSignals signals;

    public CancelRun(Runs runs, RunSignals signals) {
        this.runs = runs;
        this.signals = signals;
    }

    /**
     * The canceled run; empty when {@code owner} has none of that id.
     *
     * @throws ProblemException 409 when it is over for another reason
     */
    public Optional<BacktestRun> cancel(String owner, RunId id) {
        Optional<BacktestRun> before = runs.find(owner, id);
        if (before.isEmpty() || before.get().state() == RunState.CANCELED) {
            return before;
        }
        Optional<BacktestRun> after = runs.change(id, (run, now) -> run.state().isOver() ? run : run.canceled(now));
        after.ifPresent(this::tell);
        return after;
    }

    private void tell(BacktestRun run) {
        if (run.state() != RunState.CANCELED) {
            throw ProblemException.of(
                    ProblemCode.STATE_CONFLICT,
                    "The backtest is " + run.state() + ": there is nothing left to cancel.");
        }
        signals.changed(run);
    }
}

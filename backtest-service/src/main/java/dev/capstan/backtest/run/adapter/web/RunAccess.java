package dev.capstan.backtest.run.adapter.web;

import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import org.springframework.stereotype.Component;

/** The caller's own runs; everybody else's are not there. */
@Component
class RunAccess {

    private final Runs runs;

    RunAccess(Runs runs) {
        this.runs = runs;
    }

    BacktestRun require(Caller caller, RunId id) {
        return runs.find(caller.subject(), id).orElseThrow(RunAccess::notFound);
    }

    /** The result of a completed one. */
    RunResult requireResult(BacktestRun run) {
        RunResult result = run.result();
        if (result == null) {
            throw ProblemException.of(
                    ProblemCode.STATE_CONFLICT,
                    "The backtest is " + run.state() + ": a result has only one that is COMPLETED.");
        }
        return result;
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
    }
}

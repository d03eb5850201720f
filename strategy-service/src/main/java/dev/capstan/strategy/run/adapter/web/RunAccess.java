package dev.capstan.strategy.run.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.AccountAccess;
import dev.capstan.kit.security.Caller;
import dev.capstan.strategy.run.application.LiveRuns;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import org.springframework.stereotype.Component;

/** Whose runs a caller may see and end: those of the accounts they may see and trade on. A stranger's run is not there. */
@Component
class RunAccess {

    private final LiveRuns runs;
    private final AccountAccess accounts;

    RunAccess(LiveRuns runs, AccountAccess accounts) {
        this.runs = runs;
        this.accounts = accounts;
    }

    LiveRun require(Caller caller, RunId id, Permission permission) {
        return runs.find(id)
                .filter(run -> accounts.allows(caller, run.spec().accountId(), permission))
                .orElseThrow(RunAccess::notFound);
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND, "There is no such run.");
    }
}

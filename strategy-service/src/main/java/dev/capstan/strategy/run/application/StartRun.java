package dev.capstan.strategy.run.application;

import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.strategy.CallKey;
import dev.capstan.strategy.run.application.CheckStart.Checked;
import dev.capstan.strategy.run.domain.Brain;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunProgress;
import dev.capstan.trading.strategy.StrategyKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a request and what must hold for it, and begins the run with the next candle. */
public final class StartRun {

    private static final Logger log = LoggerFactory.getLogger(StartRun.class);

    private final LiveRuns runs;
    private final CheckStart check;
    private final List<Precondition> preconditions;
    private final StrategyKinds kinds;
    private final Ids ids;
    private final int mostOfAccount;

    public StartRun(
            LiveRuns runs,
            CheckStart check,
            List<Precondition> preconditions,
            StrategyKinds kinds,
            Ids ids,
            int mostOfAccount) {
        this.runs = runs;
        this.check = check;
        this.preconditions = List.copyOf(preconditions);
        this.kinds = kinds;
        this.ids = ids;
        this.mostOfAccount = mostOfAccount;
    }

    /**
     * The run that trades now, or that an earlier call with this key began.
     *
     * @throws dev.capstan.kit.problem.ProblemException 400 by field; 409 with the list of what does not hold; 422 when the key began
     *     something else
     */
    public LiveRun start(CallKey key, StartRequest request) {
        return runs.startedWith(key).orElseGet(() -> begun(key, request));
    }

    private LiveRun begun(CallKey key, StartRequest request) {
        Checked checked = checked(key.owner(), request);
        List<Precondition.Failed> failed = failed(Precondition.Wanted.of(checked.spec()));
        if (!failed.isEmpty()) {
            // A call with this key that came at the same moment began the run: it is what stands in the way.
            return runs.startedWith(key).orElseThrow(() -> refused(failed));
        }
        LiveRun run = new LiveRun(
                new RunId(ids.next()),
                key.owner(),
                checked.spec(),
                Brain.begun(checked.spec(), kinds),
                RunProgress.after(checked.lastClosed()),
                null,
                null);
        Optional<Integer> full = runs.add(run, key, mostOfAccount);
        if (full.isPresent()) {
            throw refused(List.of(full(full.get())));
        }
        log.info("Run {} was started by {} on {}", run.id(), key.owner(), request.accountId());
        return runs.startedWith(key).orElseThrow();
    }

    /** Who does not answer is not all that may be the matter: the list is made of what can be found out without. */
    private Checked checked(String owner, StartRequest request) {
        try {
            return check.check(owner, request);
        } catch (ProblemException e) {
            List<Precondition.Failed> failed =
                    e.code() == ProblemCode.SERVICE_UNAVAILABLE ? failed(Precondition.Wanted.of(request)) : List.of();
            throw failed.isEmpty() ? e : refused(failed);
        }
    }

    private List<Precondition.Failed> failed(Precondition.Wanted wanted) {
        List<Precondition.Failed> failed = new ArrayList<>();
        preconditions.forEach(each -> each.check(wanted).ifPresent(failed::add));
        int others = runs.running(wanted.accountId());
        if (others >= mostOfAccount) {
            failed.add(full(others));
        }
        return failed;
    }

    private Precondition.Failed full(int others) {
        return new Precondition.Failed(
                PreconditionCode.GUARD_ACTIVE_RUNS,
                "running=" + others + " most=" + mostOfAccount,
                "Stop a run of the account first.");
    }

    /** Everything that failed, at once. */
    private static ProblemException refused(List<Precondition.Failed> failed) {
        return ProblemException.with(
                ProblemCode.START_REFUSED, ProblemCode.START_REFUSED.title(), Map.of("failed", failed));
    }
}

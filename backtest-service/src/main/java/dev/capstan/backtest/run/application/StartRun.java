package dev.capstan.backtest.run.application;

import dev.capstan.backtest.run.application.CheckMarket.FixedRange;
import dev.capstan.backtest.run.application.CheckRequest.Checked;
import dev.capstan.backtest.run.application.Runs.StartKey;
import dev.capstan.backtest.run.application.Runs.Started;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunRules;
import dev.capstan.backtest.run.domain.RunSpec;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.problem.ProblemException;
import java.time.Clock;
import java.util.Optional;

/**
 * Checks a request and puts it into the queue. A start that is repeated with its key finds what it started, before anything is checked
 * anew: the market may have changed since.
 */
public final class StartRun {

    private final Runs runs;
    private final CheckRequest requests;
    private final CheckMarket market;
    private final RunSignals signals;
    private final Ids ids;
    private final Clock clock;

    public StartRun(Runs runs, CheckRequest requests, CheckMarket market, RunSignals signals, Ids ids, Clock clock) {
        this.runs = runs;
        this.requests = requests;
        this.market = market;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The run that waits now, or that an earlier call with this key began.
     *
     * @throws ProblemException 400 by field; 422 when the key began something else
     */
    public BacktestRun start(StartKey key, RunRequest request) {
        Optional<Started> before = runs.startedWith(key.owner(), key.idempotencyKey());
        if (before.isPresent()) {
            return same(before.get(), key);
        }
        BacktestRun run = same(runs.add(queued(key.owner(), request), key), key);
        signals.changed(run);
        return run;
    }

    private static BacktestRun same(Started started, StartKey key) {
        if (!started.requestHash().equals(key.requestHash())) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, ProblemCode.IDEMPOTENCY_KEY_REUSED.title());
        }
        return started.run();
    }

    private BacktestRun queued(String owner, RunRequest request) {
        Checked checked = requests.check(owner, request);
        RunRules rules = market.rules(request);
        FixedRange range = market.range(request, checked.gaps());
        RunSpec spec = new RunSpec(
                request.strategy().kind(),
                checked.parameters().texts(),
                request.instrumentId(),
                request.timeframe(),
                request.marketEpochOrNone(),
                range.from(),
                range.to(),
                checked.gaps(),
                request.capital(),
                checked.riskPercent(),
                checked.charges().commissionPercent(),
                checked.charges().slippageTicks(),
                checked.volumeSharePercent(),
                request.maxExposure(),
                rules);
        return BacktestRun.queued(
                new RunId(ids.next()), owner, spec, checked.priority(), checked.timeLimit(), clock.instant());
    }
}

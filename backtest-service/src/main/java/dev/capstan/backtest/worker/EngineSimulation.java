package dev.capstan.backtest.worker;

import dev.capstan.backtest.columns.SeriesColumns;
import dev.capstan.backtest.evidence.ObjectStore;
import dev.capstan.backtest.market.SeriesRange;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.GapPolicy;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.backtest.run.domain.RunSpec;
import dev.capstan.candles.CandleHistory;
import dev.capstan.candles.Gaps;
import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.contracts.problem.FieldError;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.json.EventJson;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.evidence.BacktestEvidence;
import dev.capstan.trading.evidence.EvidenceInputs;
import dev.capstan.trading.strategy.StrategyKinds;
import java.time.Duration;
import java.util.List;

/** Candles from the columns, the engine of trading-core, the evidence into the object store. */
final class EngineSimulation implements Simulation {

    private final SeriesColumns columns;
    private final StrategyKinds kinds;
    private final ObjectStore objects;
    private final EventJson json;
    private final Runs runs;
    private final int mostOrders;
    private final Duration lease;

    EngineSimulation(
            SeriesColumns columns,
            StrategyKinds kinds,
            ObjectStore objects,
            EventJson json,
            Runs runs,
            int mostOrders,
            Duration lease) {
        this.columns = columns;
        this.kinds = kinds;
        this.objects = objects;
        this.json = json;
        this.runs = runs;
        this.mostOrders = mostOrders;
        this.lease = lease;
    }

    @Override
    public RunResult run(BacktestRun run, RunWatch watch) {
        RunSpec spec = run.spec();
        EngineInput input = EngineInput.of(spec, kinds);
        CandleHistory history = columns.open(range(spec), watch::check);
        Gaps gaps = Gaps.of(history.columns());
        if (spec.gaps() == GapPolicy.REFUSE && !gaps.isEmpty()) {
            throw new RunRefusedException(
                    RunFailure.invalid("gaps", gaps.missing() + " candles are missing in " + gaps.count() + " places"));
        }
        long began = System.nanoTime();
        BacktestResult result = simulated(input, history, watch);
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        EvidenceInputs inputs = new EvidenceInputs(
                spec.strategy(),
                input.parameters(),
                spec.instrumentId(),
                source(spec),
                gaps.count(),
                gaps.missing(),
                history.hash());
        Evidence evidence = BacktestEvidence.of(inputs, result);
        String key = "evidence/backtest/" + run.id() + ".json";
        checkClaim(run, watch);
        objects.put(key, out -> json.mapper().writeValue(out, evidence));
        return new RunResult(
                evidence.fingerprint(),
                evidence.metrics(),
                history.columns().size(),
                evidence.orders().size(),
                evidence.fills().size(),
                evidence.roundTrips().size(),
                key,
                millis);
    }

    /** Evidence of a claim that was lost would take the place of the other claim's, and candles may have been corrected between the two. */
    private void checkClaim(BacktestRun run, RunWatch watch) {
        if (!runs.renew(run.id(), run.fence(), watch.progress(), lease)) {
            watch.stop(RunWatch.Stop.NOT_OURS);
        }
        watch.check();
    }

    private BacktestResult simulated(EngineInput input, CandleHistory history, RunWatch watch) {
        long total = history.columns().size();
        watch.reached(0, total);
        try {
            return Backtest.run(history.columns(), input.strategy(), input.settings(), (candles, orders) -> {
                watch.reached(candles, total);
                checkOrders(orders, candles);
                return true;
            });
        } catch (ArithmeticException e) {
            throw new RunRefusedException(RunFailure.of(
                    ProblemCode.REQUEST_INVALID,
                    "The numbers of this run grow beyond what is computed exactly: " + e.getMessage()));
        }
    }

    /** All of them are kept until the evidence is written: too many would take the whole process with them. */
    private void checkOrders(int orders, int candles) {
        if (orders > mostOrders) {
            throw new RunRefusedException(new RunFailure(
                    ProblemCode.REQUEST_INVALID,
                    "The run placed too many orders.",
                    List.of(new FieldError(
                            "from",
                            "expected a range on which at most " + mostOrders + " orders are placed, this one has "
                                    + orders + " on its first " + candles + " candles"))));
        }
    }

    private static SeriesRange range(RunSpec spec) {
        return new SeriesRange(spec.instrumentId(), spec.timeframe(), spec.marketEpoch(), spec.from(), spec.to());
    }

    private static String source(RunSpec spec) {
        String series = spec.instrumentId() + " " + spec.timeframe();
        return spec.marketEpoch().isEmpty() ? series : series + " " + spec.marketEpoch();
    }
}

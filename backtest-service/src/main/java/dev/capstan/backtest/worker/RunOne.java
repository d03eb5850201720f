package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.application.RunSignals;
import dev.capstan.backtest.run.application.Runs;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.backtest.run.domain.RunResult;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.kit.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes a claimed run to its end, and writes it as long as the claim holds. */
final class RunOne {

    private static final Logger LOG = LoggerFactory.getLogger(RunOne.class);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private final Runs runs;
    private final Simulation simulation;
    private final RunSignals signals;
    private final Duration lease;

    RunOne(Runs runs, Simulation simulation, RunSignals signals, Duration lease) {
        this.runs = runs;
        this.simulation = simulation;
        this.signals = signals;
        this.lease = lease;
    }

    /** Whether the next may follow at once; false when what this one needs is away, which the next will need as well. */
    boolean run(RunWatch watch) throws InterruptedException {
        try {
            write(watch.run(), ended(watch));
        } catch (RunStoppedException _) {
            LOG.info("backtest {} stops: {}", watch.run().id(), watch.stopped());
            write(watch.run(), stopped(watch));
        } catch (NeedIsAwayException e) {
            LOG.warn("backtest {} goes back into the queue: {}", watch.run().id(), e.getMessage());
            write(watch.run(), (held, now) -> held.handedBack());
            return false;
        }
        return true;
    }

    private Runs.Change ended(RunWatch watch) {
        BacktestRun run = watch.run();
        try {
            RunResult result = simulation.run(run, watch);
            return (held, now) -> held.completed(result, now);
        } catch (RunRefusedException e) {
            return (held, now) -> held.failed(e.failure(), now);
        } catch (ProblemException e) {
            if (e.code() == ProblemCode.SERVICE_UNAVAILABLE) {
                throw new NeedIsAwayException(e);
            }
            RunFailure failure = new RunFailure(e.code(), String.valueOf(e.getMessage()), e.errors());
            return (held, now) -> held.failed(failure, now);
        } catch (RunStoppedException e) {
            throw e;
        } catch (DataAccessException | TransactionException e) {
            throw new NeedIsAwayException(e);
        } catch (RuntimeException | Error e) {
            if (watch.stopped() != null) {
                // Whoever stops it for good interrupts its thread, and then any reading or writing fails.
                throw new RunStoppedException();
            }
            LOG.error("backtest {} failed", run.id(), e);
            RunFailure failure = RunFailure.of(ProblemCode.INTERNAL_ERROR, ProblemCode.INTERNAL_ERROR.title());
            return (held, now) -> held.failed(failure, now);
        }
    }

    private static Runs.Change stopped(RunWatch watch) {
        RunWatch.Stop stop = watch.stopped();
        return switch (stop == null ? RunWatch.Stop.NOT_OURS : stop) {
            case TIME_OVER -> BacktestRun::timedOut;
            case HANDED_BACK -> (held, now) -> held.handedBack();
            // Whoever decided about it has bumped the fence or ended it: this changes nothing but a claim that still
            // stands.
            case NOT_OURS -> (held, now) -> held;
        };
    }

    /** The database may be away for a moment; when it is away for longer than the lease, somebody else will run it again. */
    private void write(BacktestRun run, Runs.Change end) throws InterruptedException {
        long giveUp = System.nanoTime() + lease.toNanos();
        while (true) {
            try {
                Optional<BacktestRun> after = runs.changeHeld(run.id(), run.fence(), end);
                after.filter(changed -> changed.claim() == null).ifPresent(signals::changed);
                return;
            } catch (DataAccessException | TransactionException e) {
                if (System.nanoTime() - giveUp >= 0) {
                    LOG.warn("backtest {} is left to its lease: {}", run.id(), e.getMessage());
                    return;
                }
                Thread.sleep(AGAIN_AFTER);
            }
        }
    }

    /** A service or the database that a run needs is away: the run is not to blame and waits, until its own time is over. */
    private static final class NeedIsAwayException extends RuntimeException {

        NeedIsAwayException(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}

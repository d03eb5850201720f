package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunFixture;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunResult;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs until it is let go, telling its watch of a candle every few milliseconds, as the engine does. */
final class PacedSimulation implements Simulation {

    private final CountDownLatch let = new CountDownLatch(1);
    private final Set<RunId> begun = ConcurrentHashMap.newKeySet();

    /** Ends every run that goes on. */
    void letGo() {
        let.countDown();
    }

    boolean hasBegun(RunId id) {
        return begun.contains(id);
    }

    @Override
    public RunResult run(BacktestRun run, RunWatch watch) {
        begun.add(run.id());
        try {
            for (long candle = 1; !let.await(2, TimeUnit.MILLISECONDS); candle++) {
                watch.reached(candle, 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return RunFixture.result(run.id());
    }
}

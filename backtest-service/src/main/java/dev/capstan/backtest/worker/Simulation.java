package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.RunRefusedException;
import dev.capstan.backtest.run.domain.RunResult;

/** Does what a run asks for, evidence included. */
interface Simulation {

    /**
     * The result, whose evidence is stored when this returns.
     *
     * @param watch told of every few thousand candles; it may end the run
     * @throws RunRefusedException when it cannot be run
     */
    RunResult run(BacktestRun run, RunWatch watch);
}

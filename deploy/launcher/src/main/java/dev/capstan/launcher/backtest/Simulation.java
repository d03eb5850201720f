package dev.capstan.launcher.backtest;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.evidence.BacktestEvidence;
import dev.capstan.trading.evidence.EvidenceInputs;

/**
 * A backtest that was run.
 *
 * @param nanos how long the engine took
 */
record Simulation(Evidence evidence, long nanos) {

    static Simulation of(
            ChosenCandles candles,
            StrategyOptions.Choice strategy,
            BacktestSettings settings,
            BacktestProgress progress) {
        long start = System.nanoTime();
        BacktestResult result = run(candles, strategy, settings, progress);
        long nanos = System.nanoTime() - start;
        return new Simulation(BacktestEvidence.of(inputs(candles, strategy), result), nanos);
    }

    private static BacktestResult run(
            ChosenCandles candles,
            StrategyOptions.Choice strategy,
            BacktestSettings settings,
            BacktestProgress progress) {
        try {
            return Backtest.run(candles.columns(), strategy.create(), settings, progress);
        } catch (ArithmeticException e) {
            throw new InputException("the run left the range of its numbers, which is 92 billion with eight places: "
                    + e.getMessage() + "; try less --capital");
        }
    }

    private static EvidenceInputs inputs(ChosenCandles candles, StrategyOptions.Choice strategy) {
        return new EvidenceInputs(
                strategy.kind().name(),
                strategy.parameters(),
                null,
                candles.source(),
                candles.gaps().count(),
                candles.gaps().missing(),
                candles.history().hash());
    }

    /** For people. */
    String speed() {
        long millis = Math.max(1, nanos / 1_000_000);
        long candles = evidence.candles().count();
        return ResultTable.count(candles) + " candles in " + ResultTable.count(millis) + " ms, "
                + ResultTable.count(candles * 1_000 / millis) + " a second";
    }
}

/**
 * What a strategy's signals become: one state machine, used by the live runs and by the simulation engine, so that both decide alike.
 *
 * <p>A {@link dev.capstan.trading.run.StrategyRun} takes closed candles and what became of its orders, and answers with {@link
 * dev.capstan.trading.run.TradeIntent}s: sized by risk, with their stop. It keeps the run's own cash and holding in whole numbers. It goes
 * ANALYZING, SIGNAL, ENTRY, POSITION_OPEN, CLOSED ({@link dev.capstan.trading.run.RunStage}) and can be saved and restored between any two
 * calls. Exits (stop, target, opposite signal) are decided on closed candles and act from the next open; spot is long-only.
 */
@NullMarked
package dev.capstan.trading.run;

import org.jspecify.annotations.NullMarked;

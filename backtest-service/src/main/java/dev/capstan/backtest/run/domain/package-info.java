/**
 * A backtest as a job: {@link dev.capstan.backtest.run.domain.BacktestRun} with its states ({@link
 * dev.capstan.backtest.run.domain.RunState} holds every legal move), what it was asked to do ({@link
 * dev.capstan.backtest.run.domain.RunSpec}) and what came of it.
 *
 * <pre>{@code
 * BacktestRun running = pending.claimed("backtest-1", now, lease);
 * BacktestRun over = running.completed(result, later);
 * }</pre>
 */
@NullMarked
package dev.capstan.backtest.run.domain;

import org.jspecify.annotations.NullMarked;

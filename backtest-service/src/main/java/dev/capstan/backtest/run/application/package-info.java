/**
 * Use cases of runs: {@link dev.capstan.backtest.run.application.StartRun}, {@link dev.capstan.backtest.run.application.CancelRun} and
 * {@link dev.capstan.backtest.run.application.AwaitRun}; {@link dev.capstan.backtest.run.application.Runs} is the queue and the store.
 */
@NullMarked
package dev.capstan.backtest.run.application;

import org.jspecify.annotations.NullMarked;

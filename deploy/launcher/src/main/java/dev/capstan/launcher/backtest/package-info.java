/**
 * {@code ./capstan backtest}: a strategy on a file of candles, in this process, without any server. {@link
 * dev.capstan.launcher.backtest.BacktestCommand} puts together what its options choose (candles, strategy, settings), runs the engine and
 * shows the evidence: as a table, as JSON, or as a page (package {@code report}).
 *
 * <p>What is wrong with an option or a file is an {@link dev.capstan.launcher.backtest.InputException}: one line that names it, exit code 2.
 */
@NullMarked
package dev.capstan.launcher.backtest;

import org.jspecify.annotations.NullMarked;

/**
 * Makes the {@link dev.capstan.contracts.backtest.Evidence} of a {@link dev.capstan.trading.engine.BacktestResult}: the one place where
 * whole numbers become the decimals and instants that people and other programs read.
 *
 * <pre>{@code
 * Evidence evidence = BacktestEvidence.of(inputs, result);
 * }</pre>
 */
@NullMarked
package dev.capstan.trading.evidence;

import org.jspecify.annotations.NullMarked;

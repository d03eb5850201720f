/**
 * The simulation engine: a strategy on history, by the rules that hold live.
 *
 * <p>{@link dev.capstan.trading.engine.Backtest} shows candles to a {@link dev.capstan.trading.run.StrategyRun}, one after the other and
 * none before its time, and plays the venue for the intents it answers: an intent decided on a closed candle is ordered at the next open,
 * is checked like an order is, passes the same states ({@link dev.capstan.trading.order.OrderTransitions}), fills by the same model
 * ({@link dev.capstan.trading.fill.FillRules}) and pays the same commission. Whatever happened is kept as rows of whole numbers; a {@link
 * dev.capstan.trading.engine.Fingerprint} over all orders and fills tells whether two runs were the same.
 *
 * <pre>{@code
 * BacktestResult result = Backtest.run(candles, strategy, settings, BacktestProgress.NONE);
 * result.fingerprint(); // "sha256:…"
 * result.metrics().totalReturn();
 * }</pre>
 */
@NullMarked
package dev.capstan.trading.engine;

import org.jspecify.annotations.NullMarked;

/**
 * Live runs: a strategy that trades one instrument of one account, candle by candle.
 *
 * <p>{@code domain} has {@link dev.capstan.strategy.run.domain.LiveRun}, which wraps the {@link dev.capstan.trading.run.StrategyRun} that
 * backtests use too. A candle ({@code application.ApplyCandle}), an order event ({@code ApplyOrderEvent}) and the word of the relay ({@code
 * RelayIntents}) each change one run in one transaction under its row's lock; whoever dies in between leaves a row from which the next one
 * goes on.
 */
@NullMarked
package dev.capstan.strategy.run;

import org.jspecify.annotations.NullMarked;

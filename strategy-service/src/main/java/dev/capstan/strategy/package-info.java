/**
 * strategy-service: strategies that are saved, and those that run.
 *
 * <p>{@code definition} keeps strategies with their numbered versions. {@code run} trades: a live run is a {@link
 * dev.capstan.trading.run.StrategyRun} whose state is a row, so that live runs and backtests decide by one code; this service adds
 * durability and no decision. What may be run at all is a {@link
 * dev.capstan.trading.strategy.StrategyKind}.
 */
@NullMarked
package dev.capstan.strategy;

import org.jspecify.annotations.NullMarked;

/**
 * The strategy SDK: what one writes to have a strategy that runs live, on paper and on history.
 *
 * <p>A {@link dev.capstan.trading.strategy.Strategy} is a pure function of the candles it has seen and answers each with a {@link
 * dev.capstan.trading.strategy.Signal}. It knows no account, no order and no clock: how much is bought, whether risk allows it and what
 * became of it is not its business, so the same candles always give the same signals. A {@link
 * dev.capstan.trading.strategy.StrategyKind} names it, lists its {@link dev.capstan.trading.strategy.ParameterSpec parameters} and makes
 * it from {@link dev.capstan.trading.strategy.Parameters} that were checked; {@link dev.capstan.trading.strategy.StrategyKinds} finds it
 * by name.
 *
 * <pre>{@code
 * StrategyKind kind = BuiltInStrategies.kinds().find("sma-cross").orElseThrow();
 * ParameterCheck check = kind.check(Map.of("fast", "9", "slow", "21"));
 * Strategy strategy = kind.create(((ParameterCheck.Accepted) check).parameters());
 * Signal signal = strategy.analyze(candle);
 * }</pre>
 *
 * <p>One that is also a {@link dev.capstan.trading.strategy.ColumnStrategy} answers on history for many candles in one call, into a {@link
 * dev.capstan.trading.strategy.SignalColumn}; live it is asked candle by candle like any other.
 *
 * <p>State is saved after every candle and restored after a crash ({@link dev.capstan.trading.strategy.StateWriter}, {@link
 * dev.capstan.trading.strategy.StateReader}); a restored strategy must go on as if nothing had happened, to the last bit.
 */
@NullMarked
package dev.capstan.trading.strategy;

import org.jspecify.annotations.NullMarked;

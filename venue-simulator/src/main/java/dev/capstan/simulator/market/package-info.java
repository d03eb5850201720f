/**
 * The market that plays: candles from kline files or made from a seed, walked by trading-core's fill model.
 *
 * <p>{@link dev.capstan.simulator.market.Instruments} makes the {@link dev.capstan.simulator.market.Instrument}s,
 * {@link dev.capstan.simulator.market.MarketClock} says how far they have played as a function of the wall clock,
 * {@link dev.capstan.simulator.market.Playback} walks one of them, and {@link dev.capstan.simulator.market.Klines} are the candles a client
 * may know by now. Gaps of a file are skipped: the next candle follows at once, with its own open time.
 *
 * <p>All numbers are in hundred-millionths ({@link dev.capstan.trading.fixed.Decimal8}), the venue's own precision.
 */
@NullMarked
package dev.capstan.simulator.market;

import org.jspecify.annotations.NullMarked;

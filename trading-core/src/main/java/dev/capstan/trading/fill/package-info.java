/**
 * How orders fill against candles: one model for the simulated venue and for the simulation engine.
 *
 * <p>A {@link dev.capstan.trading.fill.Bar} is walked along its {@link dev.capstan.trading.fill.BarPath}: open, the extreme nearer to the
 * open (the low when both are equally near, because that is where a long position's stop stands), the other extreme, close.
 * {@link dev.capstan.trading.fill.FillRules} say what an order gets on the way:
 *
 * <ul>
 *   <li>a market order, or a limit the market already meets, takes the price now playing, plus slippage;
 *   <li>a resting limit fills at its limit when the price trades <em>through</em> it; a touch is not enough, because others stand before it
 *       in the queue;
 *   <li>when a bar opens beyond a resting limit, the order gets the open;
 *   <li>no more than a share of a bar's volume fills ({@link dev.capstan.trading.fill.BarVolume}), the rest stays.
 * </ul>
 *
 * <p>Numbers are whole: prices, quantities and amounts at a fixed scale that the caller chooses, products in 128 bits, one stated rounding,
 * overflow an error ({@link dev.capstan.trading.fixed.FixedPoint}). Example: at scale 8, a buy of 0.5 at 20,000 costs
 * {@code FixedPoint.multiplyDivide(2_000_000_000_000L, 50_000_000L, 100_000_000L, HALF_EVEN)}.
 */
@NullMarked
package dev.capstan.trading.fill;

import org.jspecify.annotations.NullMarked;

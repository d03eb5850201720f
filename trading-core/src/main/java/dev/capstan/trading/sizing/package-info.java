/**
 * How much to trade: {@link dev.capstan.trading.sizing.PositionSizer} turns the share of a balance that one is ready to lose, and the
 * distance to where one would give up, into a quantity.
 *
 * <pre>{@code
 * Sizing sizing = new PositionSizer(step, minQuantity).size(balance, 10_000, entry, stop); // 1 % at risk
 * }</pre>
 */
@NullMarked
package dev.capstan.trading.sizing;

import org.jspecify.annotations.NullMarked;

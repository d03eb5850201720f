/**
 * Numbers for everything that must come out the same wherever it runs: whole numbers at a fixed scale, products in 128 bits, one stated
 * rounding, overflow an error.
 *
 * <p>{@link dev.capstan.trading.fixed.Decimal8} is the scale of prices, quantities and amounts; {@link
 * dev.capstan.trading.fixed.FixedPoint} the arithmetic below it. Example: a buy of 0.5 at 20,000 costs {@code
 * Decimal8.amount(Decimal8.parse("20000"), Decimal8.parse("0.5"))}.
 */
@NullMarked
package dev.capstan.trading.fixed;

import org.jspecify.annotations.NullMarked;

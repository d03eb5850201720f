/** Facts of candles in columns and of the made-up series that benchmarks and tests run on. */
@NullMarked
package dev.capstan.trading.candle;

import org.jspecify.annotations.NullMarked;

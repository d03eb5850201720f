/**
 * Indicators that grow with the market: each takes one value or candle at a time, works a constant time on it, allocates nothing and keeps
 * its newest value. They compute in {@code double}, with nothing that differs between machines.
 *
 * <p>{@link dev.capstan.trading.indicator.Sma}, {@link dev.capstan.trading.indicator.Ema}, {@link dev.capstan.trading.indicator.Rsi} and
 * {@link dev.capstan.trading.indicator.Atr} are what strategies use; {@link dev.capstan.trading.indicator.Indicators} finds one by the name
 * that people type. Seed and smoothing stand at each class and, side by side, in docs/reference/indicators.md.
 *
 * <pre>{@code
 * Indicator rsi = Indicators.parse("rsi:14").create();
 * for (int row = 0; row < columns.size(); row++) {
 *     double value = rsi.update(candle.at(row)); // NaN for the first 14 candles
 * }
 * }</pre>
 */
@NullMarked
package dev.capstan.trading.indicator;

import org.jspecify.annotations.NullMarked;

/**
 * Candles as the simulation engine and strategies see them: {@link dev.capstan.trading.candle.CandleColumns} holds a market's history as
 * columns of whole numbers, {@link dev.capstan.trading.candle.CandleView} is a window on one row of them, which a {@link dev.capstan.trading.candle.CandleCursor} moves.
 *
 * <pre>{@code
 * CandleCursor cursor = new CandleCursor(columns);
 * for (int row = 0; row < columns.size(); row++) {
 *     strategy.analyze(cursor.at(row));
 * }
 * }</pre>
 */
@NullMarked
package dev.capstan.trading.candle;

import org.jspecify.annotations.NullMarked;

/**
 * Candles in files. {@link dev.capstan.candles.CandleCache} reads a kline file once (package {@code kline}) and keeps its columns in a
 * {@link dev.capstan.candles.ColumnFile}, which the next run maps into memory instead of reading text again, after checking that no byte of
 * it changed. A {@link dev.capstan.candles.CandleHistory} is what comes out: candles, and the hash that names them.
 *
 * <pre>{@code
 * CandleCache cache = new CandleCache(folder, System.err::println);
 * CandleHistory history = cache.open(Path.of("btcusd-2018.csv.gz"));
 * Gaps gaps = Gaps.of(history.columns());
 * }</pre>
 */
@NullMarked
package dev.capstan.candles;

import org.jspecify.annotations.NullMarked;

/**
 * Candles from and to kline files (see {@code dev.capstan.candles.kline}): read by {@link dev.capstan.marketdata.candle.file.KlineReader} and written by
 * {@link dev.capstan.marketdata.candle.file.KlineWriter}, a row at a time, so that the length of a file costs no memory.
 */
@NullMarked
package dev.capstan.marketdata.candle.file;

import org.jspecify.annotations.NullMarked;

/**
 * Kline files as exchanges publish them: CSV of twelve columns ({@link dev.capstan.candles.kline.KlineColumn}), plain or gzip. {@link
 * dev.capstan.candles.kline.KlineRows} reads a row at a time for whoever keeps candles of a form of its own; {@link
 * dev.capstan.candles.kline.KlineFile} reads a whole file into columns of whole numbers.
 */
@NullMarked
package dev.capstan.candles.kline;

import org.jspecify.annotations.NullMarked;

/**
 * The candle store: every closed candle once, by instrument, market epoch, timeframe and open time.
 *
 * <p>{@code domain} says what a candle and a series of candles are, {@code file} reads and writes kline files, {@code adapter.postgres}
 * keeps the candles, {@code adapter.web} is {@code /api/candles}.
 *
 * <p>Example: a year of one-minute rows comes in as one file and one transaction; {@code GET /api/candles/gaps} then names the minutes that
 * have none, and {@code GET /api/candles?timeframe=1h} adds them up.
 */
@NullMarked
package dev.capstan.marketdata.candle;

import org.jspecify.annotations.NullMarked;

/**
 * {@code /api/candles}: {@link dev.capstan.marketdata.candle.adapter.web.CandleController} answers what is stored, {@link
 * dev.capstan.marketdata.candle.adapter.web.CandleExportController} writes it as a kline file, {@link
 * dev.capstan.marketdata.candle.adapter.web.CandleImportController} takes such a file in.
 */
@NullMarked
package dev.capstan.marketdata.candle.adapter.web;

import org.jspecify.annotations.NullMarked;

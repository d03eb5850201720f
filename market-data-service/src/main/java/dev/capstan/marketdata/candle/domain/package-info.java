/**
 * What the store holds, in plain Java: a {@link dev.capstan.marketdata.candle.domain.Candle}, the {@link
 * dev.capstan.marketdata.candle.domain.SeriesKey} it belongs to, the {@link dev.capstan.marketdata.candle.domain.Gap}s of a series, and how
 * short candles {@linkplain dev.capstan.marketdata.candle.domain.Aggregation add up} to longer ones.
 */
@NullMarked
package dev.capstan.marketdata.candle.domain;

import org.jspecify.annotations.NullMarked;

/**
 * Candles in PostgreSQL: {@link dev.capstan.marketdata.candle.adapter.postgres.JdbcCandles} reads, {@link
 * dev.capstan.marketdata.candle.adapter.postgres.CopyImports} takes files in by COPY, and {@link
 * dev.capstan.marketdata.candle.adapter.postgres.SeriesRows} keeps each series' row, which is its lock and holds its sums.
 */
@NullMarked
package dev.capstan.marketdata.candle.adapter.postgres;

import org.jspecify.annotations.NullMarked;

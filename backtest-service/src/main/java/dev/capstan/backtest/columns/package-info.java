/**
 * Candles as columns, read from market-data-service once and kept in files that are mapped into memory: {@link
 * dev.capstan.backtest.columns.SeriesColumns}.
 */
@NullMarked
package dev.capstan.backtest.columns;

import org.jspecify.annotations.NullMarked;

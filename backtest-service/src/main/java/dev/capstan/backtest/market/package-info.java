/**
 * What market-data-service knows, as far as a backtest needs it: {@link dev.capstan.backtest.market.MarketData} answers what is stored of a
 * series, what the venue asks of orders, and the candles themselves.
 */
@NullMarked
package dev.capstan.backtest.market;

import org.jspecify.annotations.NullMarked;

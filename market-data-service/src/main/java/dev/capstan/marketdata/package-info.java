/**
 * Market data: what trades at the venue, in one canonical form for everyone else.
 *
 * <p>One replica at a time holds the feed ({@code feed}), reads the venue's streams ({@code binance}), publishes ticks and has every closed
 * candle stored and published ({@code intake}). Every replica answers what is fed ({@code feed}), what can be traded ({@code instrument}) and
 * what is stored ({@code candle}).
 *
 * <p>Example: a {@code btcusdt@trade} frame becomes a {@code TickEvent} of {@code BTCUSDT.BINANCE}; risk-service reads it as a mark.
 */
@NullMarked
package dev.capstan.marketdata;

import org.jspecify.annotations.NullMarked;

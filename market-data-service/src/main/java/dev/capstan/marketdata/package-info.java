/**
 * Market data: what trades at the venue, in one canonical form for everyone else.
 *
 * <p>One replica at a time holds the feed ({@code feed}), reads the venue's streams ({@code binance}) and publishes ticks and closed
 * candles. Every replica answers what is fed ({@code feed}) and what can be traded ({@code instrument}).
 *
 * <p>Example: a {@code btcusdt@trade} frame becomes a {@code TickEvent} of {@code BTCUSDT.BINANCE}; risk-service reads it as a mark.
 */
@NullMarked
package dev.capstan.marketdata;

import org.jspecify.annotations.NullMarked;

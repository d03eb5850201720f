/**
 * Binance Spot market data, read leniently: fields we do not know are skipped, a message we cannot read is counted and not a reason to
 * hang up.
 *
 * <p>{@link dev.capstan.marketdata.binance.BinanceRest} lists instruments and past candles, {@link dev.capstan.marketdata.binance.BinanceStream} is one
 * connection to the combined stream, {@link dev.capstan.marketdata.binance.StreamMessage} what a frame says.
 */
@NullMarked
package dev.capstan.marketdata.binance;

import org.jspecify.annotations.NullMarked;

/**
 * Calls to the venue over REST. {@link dev.capstan.execution.venue.adapter.binance.http.BinanceVenueClient} is the port's
 * implementation; {@code SubmitErrors} is the one table that says what an error code proves; {@code OneWriteBody} makes a second write
 * of an order impossible; {@link dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment} is what all accounts at one
 * address share: connection pool, clock, instruments and request budget.
 */
@NullMarked
package dev.capstan.execution.venue.adapter.binance.http;

import org.jspecify.annotations.NullMarked;

/**
 * Closed candles on their way from the venue into the store: {@link dev.capstan.marketdata.intake.CandleIntake} takes them from the stream,
 * {@link dev.capstan.marketdata.intake.CatchUp} fetches those that the stream did not bring.
 *
 * <p>Example: the connection was away from 10:00 to 10:03. When it stands again the candles of 10:00 to 10:02 are read from the venue's REST
 * API, stored and published, and only then the one that the stream brings at 10:04.
 */
@NullMarked
package dev.capstan.marketdata.intake;

import org.jspecify.annotations.NullMarked;

package dev.capstan.execution.venue.adapter.binance;

import dev.capstan.execution.venue.adapter.binance.http.BinanceEnvironment;
import dev.capstan.execution.venue.adapter.binance.protocol.Credential;
import dev.capstan.execution.venue.domain.VenueClient;

/**
 * How one account is reached.
 *
 * @param keysVersion rises when the keys are replaced
 */
record VenueConnection(BinanceEnvironment environment, Credential credential, long keysVersion, VenueClient client) {}

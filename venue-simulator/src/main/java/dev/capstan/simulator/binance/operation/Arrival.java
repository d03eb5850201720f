package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.Parameters;
import dev.capstan.simulator.binance.protocol.Times;

/**
 * A request as it came in, before anything of it is believed.
 *
 * @param transport {@code REST} or {@code WS}
 * @param method HTTP method or the WebSocket API's
 * @param apiKey empty when none was sent
 * @param payload what its signature has to be of
 * @param loggedOn whether it comes on a connection that proved once to have the key, and needs no signature
 */
public record Arrival(
        String transport,
        String method,
        String path,
        String address,
        String apiKey,
        Parameters parameters,
        String payload,
        Times times,
        boolean loggedOn) {}

package dev.capstan.simulator.binance.operation;

import dev.capstan.simulator.binance.protocol.Parameters;
import java.util.function.ToIntFunction;

/**
 * An operation with the names it goes by.
 *
 * @param http method and path, e.g. {@code POST /api/v3/order}; empty when REST does not have it
 * @param webSocket the WebSocket API's method; empty when it does not have it
 * @param weight what a request costs; of {@link Role#PLACE} and {@link Role#CANCEL} only a refused one
 */
public record Endpoint(
        String http, String webSocket, Role role, ToIntFunction<Parameters> weight, Operation operation) {

    /** What a request is for, as far as signing, weights and faults care. */
    public enum Role {
        /** Public data; not signed. */
        PUBLIC,
        PLACE,
        CANCEL,
        /** Asks for one order. */
        QUERY,
        /** Any other signed request. */
        ACCOUNT;

        /** Whether a request has to be signed. */
        public boolean isSigned() {
            return this != PUBLIC;
        }
    }
}

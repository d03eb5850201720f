package dev.capstan.simulator.binance.operation;

import tools.jackson.databind.JsonNode;

/** Something a client can ask for. */
@FunctionalInterface
public interface Operation {

    /**
     * Does it and says what came of it.
     *
     * @throws dev.capstan.simulator.binance.protocol.ApiException when the request is refused by the protocol
     * @throws dev.capstan.simulator.exchange.RefusedException when it is refused by the exchange
     */
    JsonNode run(Call call);
}

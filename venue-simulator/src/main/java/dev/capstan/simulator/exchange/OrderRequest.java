package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;

/** What a client wants placed; numbers in hundred-millionths, price 0 for a market order. */
public record OrderRequest(
        String symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long price,
        long quantity) {}

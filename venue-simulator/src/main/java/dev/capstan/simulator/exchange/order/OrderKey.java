package dev.capstan.simulator.exchange.order;

import org.jspecify.annotations.Nullable;

/** How a client names one of its orders: by the venue's id, its own, or both (then both have to fit). */
public record OrderKey(
        String symbol, @Nullable Long orderId, @Nullable String clientOrderId) {}

package dev.capstan.simulator.exchange.order;

/** Why an order that waited for another one was refused when its turn came. */
public enum RejectReason {
    NONE,
    INSUFFICIENT_BALANCES,
    STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY,
    WOULD_MATCH_IMMEDIATELY
}

package dev.capstan.simulator.exchange.order;

/** Why an order ended by itself, where the venue says so. */
public enum ExpiryReason {
    /** The other order of the pair had its turn. */
    OCO_TRIGGER,
    /** The order it waited for ended without being filled. */
    OTO_PHASE_ONE_EXPIRED
}

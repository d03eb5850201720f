package dev.capstan.contracts.value;

/** Kind of an order (FIX 40). */
public enum OrderType {
    /** Fills at once at the price now playing. */
    MARKET,

    /** Fills at the limit price or better. */
    LIMIT
}

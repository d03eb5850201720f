package dev.capstan.contracts.value;

/** How long an order lives (FIX 59). */
public enum TimeInForce {
    /** Until filled or canceled. */
    GTC,

    /** Fills what it can at once; the rest expires. */
    IOC,

    /** Fills whole at once or expires whole. */
    FOK
}

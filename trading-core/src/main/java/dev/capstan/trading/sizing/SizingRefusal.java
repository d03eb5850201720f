package dev.capstan.trading.sizing;

/** Why no quantity can be named. */
public enum SizingRefusal {
    /** A stop at the entry price: nothing would be at risk, so any quantity would do. */
    STOP_EQUALS_ENTRY,
    /** A stop on the side where the position earns. */
    STOP_BEYOND_ENTRY,
    /** Only with more leverage than is ever allowed. */
    LEVERAGE_ABOVE_MAXIMUM,
    /** Less than the smallest order. */
    QUANTITY_BELOW_MINIMUM,

    /** Worth less than the smallest order must be. */
    NOTIONAL_BELOW_MINIMUM,
    /** More than can be counted: quantities end at 92 billion. */
    QUANTITY_ABOVE_MAXIMUM
}

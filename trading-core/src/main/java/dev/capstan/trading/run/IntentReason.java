package dev.capstan.trading.run;

/** Why a run wants to trade. */
public enum IntentReason {
    /** The strategy expects a rise. */
    ENTRY_SIGNAL,
    /** The strategy expects a fall. */
    EXIT_SIGNAL,
    /** A closed candle touched the stop. */
    STOP_LOSS,
    /** A closed candle touched the target. */
    TAKE_PROFIT,
    /** An earlier exit sold only a part, or nothing. */
    EXIT_REMAINDER
}

package dev.capstan.trading.run;

/** Where a run is between two trades. */
public enum RunStage {
    /** Waiting for a signal. */
    ANALYZING,
    /** A signal became an intent, whose order is not yet known to be at the venue. */
    SIGNAL,
    /** The order to enter is at the venue. */
    ENTRY,
    /** Something is held; signals to enter are passed over. */
    POSITION_OPEN,
    /** Nothing is held any more; the next candle is analyzed again. */
    CLOSED
}

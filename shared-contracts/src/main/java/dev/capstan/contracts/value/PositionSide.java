package dev.capstan.contracts.value;

/** Which way a position faces. */
public enum PositionSide {
    /** More bought than sold. */
    LONG,

    /** More sold than bought. */
    SHORT,

    /** Nothing held. */
    FLAT
}

package dev.capstan.marketdata.candle.domain;

/** What to do with a candle of a file that is stored already with other figures. */
public enum OnConflict {
    /** The stored one stays. */
    KEEP,
    /** The file's one takes its place. */
    REPLACE
}

package dev.capstan.strategy.run.domain;

/** What a run does when the market has no candle where one was due. */
public enum GapPolicy {
    /** It goes on with the first candle behind the gap. */
    SKIP,
    /** It halts, and a person decides. */
    HALT
}

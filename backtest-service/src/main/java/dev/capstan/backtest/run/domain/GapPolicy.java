package dev.capstan.backtest.run.domain;

/** What is done about candles that are missing. */
public enum GapPolicy {
    /** A range with a gap is refused, naming the first. */
    REFUSE,
    /** The engine goes from the last candle before a gap to the first after it. */
    SKIP
}

package dev.capstan.bench.backtest;

/** What a run made; the trades are listed only when somebody asks, after the clock has stopped. */
interface Trades {

    /** Candle of entry and candle of exit, counted from 0, trade after trade; a position still open is left out. */
    int[] rows();

    /** What it says of itself beyond that; empty for nothing. */
    default String fingerprint() {
        return "";
    }
}

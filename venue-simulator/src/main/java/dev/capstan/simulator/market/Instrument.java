package dev.capstan.simulator.market;

/** What the venue trades and what it plays for it. */
public record Instrument(Listing listing, CandleSeries series) {

    /** Market milliseconds from its first candle to the end of its last one. */
    public long playMillis() {
        return series.size() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : (series.size() - series.firstPlayed()) * series.intervalMillis();
    }
}

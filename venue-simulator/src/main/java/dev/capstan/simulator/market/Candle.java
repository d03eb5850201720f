package dev.capstan.simulator.market;

import dev.capstan.trading.fill.Bar;

/**
 * One candle of the market, with the columns of a kline file; numbers in hundred-millionths, times in epoch milliseconds.
 *
 * @param closeTime the last millisecond of the candle
 */
public record Candle(
        long openTime, long closeTime, Bar bar, long quoteVolume, long count, long takerVolume, long takerQuoteVolume) {

    /** This candle with the later {@code next} added to it. */
    Candle plus(Candle next) {
        Bar sum = new Bar(
                bar.open(),
                Math.max(bar.high(), next.bar.high()),
                Math.min(bar.low(), next.bar.low()),
                next.bar.close(),
                bar.volume() + next.bar.volume());
        return new Candle(
                openTime,
                next.closeTime,
                sum,
                quoteVolume + next.quoteVolume,
                count + next.count,
                takerVolume + next.takerVolume,
                takerQuoteVolume + next.takerQuoteVolume);
    }

    /** This candle as the one of a longer interval that opens at {@code open} and ends before {@code nextOpen}. */
    Candle within(long open, long nextOpen) {
        return new Candle(open, nextOpen - 1, bar, quoteVolume, count, takerVolume, takerQuoteVolume);
    }
}

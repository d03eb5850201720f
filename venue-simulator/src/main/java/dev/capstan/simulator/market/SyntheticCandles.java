package dev.capstan.simulator.market;

import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;

/**
 * Endless one-minute candles made from a seed.
 *
 * <p>Each candle is a pure function of seed and index (a sum of value noises of different periods around a base price), so a market that
 * was killed goes on where it would be by now, without keeping or recomputing what it played. A candle closes where the next one opens.
 */
final class SyntheticCandles implements CandleSeries {

    /** How many candles lie before the first one that plays, for clients that ask for history. */
    static final long HISTORY = 1_000;

    private static final long MINUTE = 60_000L;
    private static final long MILLION = 1_000_000L;
    private static final int[] PERIODS = {1_440, 240, 60, 15, 4, 1};
    private static final long[] SWINGS = {40_000, 15_000, 6_000, 2_500, 1_000, 400};
    private static final long WICK = 500;

    private final long seed;
    private final long basePrice;
    private final long baseVolume;
    private final long tick;
    private final long anchor;

    /**
     * @param anchor open time of the candle that plays first
     */
    SyntheticCandles(long seed, long basePrice, long baseVolume, long tick, long anchor) {
        this.seed = seed;
        this.basePrice = basePrice;
        this.baseVolume = baseVolume;
        this.tick = tick;
        this.anchor = anchor - Math.floorMod(anchor, MINUTE);
    }

    @Override
    public long intervalMillis() {
        return MINUTE;
    }

    @Override
    public long size() {
        return Long.MAX_VALUE;
    }

    @Override
    public long firstPlayed() {
        return HISTORY;
    }

    @Override
    public long openTimeAt(long index) {
        return anchor + (index - HISTORY) * MINUTE;
    }

    @Override
    public Candle at(long index) {
        long open = level(index);
        long close = level(index + 1);
        long high = onTick(Math.max(open, close) + share(open, WICK * unit(index, 101) / MILLION));
        long low = onTick(Math.min(open, close) - share(open, WICK * unit(index, 102) / MILLION));
        long volume = onStep(baseVolume + share(baseVolume, unit(index, 103)));
        Bar bar = new Bar(open, high, low, close, volume);
        long openTime = openTimeAt(index);
        long quoteVolume = Decimal8.amount((high + low) / 2, volume);
        return new Candle(
                openTime,
                openTime + MINUTE - 1,
                bar,
                quoteVolume,
                500 + unit(index, 104) / 2_000,
                volume / 2,
                quoteVolume / 2);
    }

    private long level(long index) {
        long partsPerMillion = 0;
        for (int octave = 0; octave < PERIODS.length; octave++) {
            partsPerMillion += SWINGS[octave] * noise(index, PERIODS[octave], octave) / MILLION;
        }
        return onTick(basePrice + share(basePrice, partsPerMillion));
    }

    /** Straight lines between a random value for each multiple of {@code period}; from minus to plus one million. */
    private long noise(long index, int period, int octave) {
        long cell = Math.floorDiv(index, period);
        long into = Math.floorMod(index, period);
        long from = 2 * unit(cell, octave) - MILLION;
        long to = 2 * unit(cell + 1, octave) - MILLION;
        return from + (to - from) * into / period;
    }

    /** A random number from 0 to a million that depends on nothing but seed, index and purpose. */
    private long unit(long index, int purpose) {
        long mixed = mix(mix(seed + purpose * 0x9E3779B97F4A7C15L) + index);
        return Math.floorMod(mixed, MILLION + 1);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static long share(long whole, long partsPerMillion) {
        return whole / MILLION * partsPerMillion;
    }

    private long onTick(long price) {
        return Math.max(tick, price - price % tick);
    }

    private static long onStep(long volume) {
        return volume - volume % (Decimal8.ONE / 100);
    }
}

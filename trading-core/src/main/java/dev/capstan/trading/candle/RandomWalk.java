package dev.capstan.trading.candle;

import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;

/**
 * Made-up one-minute candles for benchmarks and tests: the same seed gives the same series on every machine and with every Java, and a
 * longer series begins like a shorter one.
 *
 * <p>Prices walk on a grid of 0.01 from 20,000 and turn back at 10,000 and 30,000. A candle opens where the one before closed and closes
 * up to {@code swing} ticks away; its wicks reach half as far again. Every 500 candles a new swing is drawn, one of 1, 2, 4 … 1,024 ticks:
 * calm stretches are full of ties between moving averages, wild ones reach stops. Random numbers are SplitMix64 (Steele, Lea and Flood,
 * "Fast Splittable Pseudorandom Number Generators", 2014), written out here because no JDK class promises its numbers for good.
 */
public final class RandomWalk {

    private static final long MINUTE = 60_000;

    /** 2024-01-01T00:00:00Z. */
    private static final long FIRST_OPEN = 1_704_067_200_000L;

    private static final long TICK = Decimal8.ONE / 100;
    private static final long LOWEST = 1_000_000;
    private static final long START = 2_000_000;
    private static final long HIGHEST = 3_000_000;
    private static final int STRETCH = 500;
    private static final int SWINGS = 11;
    private static final long LOT = Decimal8.ONE / 1_000;
    private static final long LOTS = 100_000;

    private long state;
    private long swing;
    private long ticks = START;

    private RandomWalk(long seed) {
        state = seed;
    }

    /** The first {@code count} candles of the series that belongs to {@code seed}. */
    public static CandleColumns candles(long seed, int count) {
        RandomWalk walk = new RandomWalk(seed);
        CandleColumnsBuilder candles = new CandleColumnsBuilder(MINUTE, count);
        for (int row = 0; row < count; row++) {
            if (row % STRETCH == 0) {
                walk.swing = 1L << walk.upTo(SWINGS - 1);
            }
            candles.add(FIRST_OPEN + row * MINUTE, walk.next());
        }
        return candles.build();
    }

    private Bar next() {
        long open = ticks;
        long move = upTo(2 * swing) - swing;
        long close = open + move < LOWEST || open + move > HIGHEST ? open - move : open + move;
        long high = Math.max(open, close) + upTo(swing / 2);
        long low = Math.min(open, close) - upTo(swing / 2);
        ticks = close;
        return new Bar(open * TICK, high * TICK, low * TICK, close * TICK, (1 + upTo(LOTS - 1)) * LOT);
    }

    /** From 0 to {@code most}. */
    private long upTo(long most) {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 31), most + 1);
    }
}

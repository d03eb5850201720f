package dev.capstan.trading.fill;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Seeded bars and prices; a failing test names the seed it was run with. */
final class Bars {

    private Bars() {}

    static LongStream seeds() {
        return IntStream.range(0, 200).mapToLong(index -> 7_919L * index + 1);
    }

    static Bar random(RandomGenerator random) {
        long low = random.nextLong(1, 10_000_000_000_000L);
        long spread = random.nextLong(0, low) + 1;
        long open = low + random.nextLong(0, spread);
        long close = low + random.nextLong(0, spread);
        long high = Math.max(open, close) + random.nextLong(0, spread);
        return new Bar(open, high, low, close, random.nextLong(0, 1_000_000_000_000L));
    }
}

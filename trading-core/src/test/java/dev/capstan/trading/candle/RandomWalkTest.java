package dev.capstan.trading.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.fill.Bar;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomWalkTest {

    private static final long CENT = 1_000_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    /** A change of these numbers changes every published figure that names a seed. */
    @Test
    void isTheSameSeriesForGood() {
        CandleColumns candles = RandomWalk.candles(42, 100_000);

        assertThat(candles.bar(0))
                .isEqualTo(new Bar(
                        2_000_000 * CENT, 2_000_500 * CENT, 1_999_792 * CENT, 2_000_329 * CENT, 6_325_100_000L));
        assertThat(digest(candles)).isEqualTo(-5_265_554_671_739_284_448L);
    }

    @Test
    void beginsLikeAShorterOne() {
        assertThat(digest(RandomWalk.candles(7, 3_000).slice(0, 1_200)))
                .isEqualTo(digest(RandomWalk.candles(7, 1_200)));
    }

    @Test
    void differsFromSeedToSeed() {
        assertThat(seeds().map(seed -> digest(RandomWalk.candles(seed, 1_000))).distinct())
                .hasSize(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walksOnTicksWithinItsRangeWithoutGaps(long seed) {
        CandleColumns candles = RandomWalk.candles(seed, 20_000);
        for (int row = 1; row < candles.size(); row++) {
            assertThat(candles.openTime(row) - candles.openTime(row - 1)).isEqualTo(60_000);
            assertThat(candles.open(row)).isEqualTo(candles.close(row - 1));
            assertThat(candles.close(row)).isBetween(1_000_000 * CENT, 3_000_000 * CENT);
            assertThat(candles.close(row) % CENT + candles.high(row) % CENT + candles.low(row) % CENT)
                    .isZero();
            assertThat(candles.volume(row)).isPositive();
        }
    }

    private static long digest(CandleColumns candles) {
        long digest = 0;
        for (int row = 0; row < candles.size(); row++) {
            Bar bar = candles.bar(row);
            digest = 31 * digest + candles.openTime(row);
            digest = 31 * digest + bar.open();
            digest = 31 * digest + bar.high();
            digest = 31 * digest + bar.low();
            digest = 31 * digest + bar.close();
            digest = 31 * digest + bar.volume();
        }
        return digest;
    }
}

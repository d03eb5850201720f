package dev.capstan.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.candle.RandomWalk;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmaTest {

    @Test
    void isTheMeanOfTheLastValues() {
        Sma sma = new Sma(3);

        assertThat(sma.update(1)).isNaN();
        assertThat(sma.update(2)).isNaN();
        assertThat(sma.isReady()).isFalse();
        assertThat(sma.value()).isNaN();
        assertThat(sma.update(6)).isEqualTo(3);
        assertThat(sma.isReady()).isTrue();
        assertThat(sma.update(10)).isEqualTo(6);
        assertThat(sma.update(-1)).isEqualTo(5);
        assertThat(sma.value()).isEqualTo(5);
    }

    /** Up to 2^51 hundred-millionths no value is taken for its neighbour. */
    @Test
    void ofOneValueIsThatValue() {
        SplittableRandom random = new SplittableRandom(1);
        Sma sma = new Sma(1);
        for (int i = 0; i < 100_000; i++) {
            double value = (random.nextLong(1L << 51) >> random.nextInt(50)) / 1e8;
            assertThat(sma.update(value)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void refusesAPeriodOutOfRange(int period) {
        assertThatThrownBy(() -> new Sma(period)).hasMessage("expected a period from 1 to 10000, got: " + period);
    }

    /** 0.1 + 0.2 is not 0.3 in binary: running sums of prices see crossings where there are ties, and so show what this test is worth. */
    @Test
    void ordersMeansAsExactArithmeticDoes() {
        int[] tiesAndMisses = new int[2];
        for (int seed = 1; seed <= 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int fast = random.nextInt(1, 40);
            int slow = fast + random.nextInt(1, seed % 10 == 0 ? 900 : 60);
            compare(seed, fast, slow, tiesAndMisses);
        }
        assertThat(tiesAndMisses[0]).as("ties").isGreaterThan(400);
        assertThat(tiesAndMisses[1]).as("ties that running sums of prices miss").isGreaterThan(100);
    }

    private static void compare(int seed, int fastPeriod, int slowPeriod, int[] tiesAndMisses) {
        CandleColumns candles = RandomWalk.candles(seed, 10_000);
        CandleCursor cursor = new CandleCursor(candles);
        CandleView candle = cursor.candle();
        Sma fast = new Sma(fastPeriod);
        Sma slow = new Sma(slowPeriod);
        double[] plain = new double[2];
        for (int row = 0; row < candles.size(); row++) {
            double fastMean = fast.update(cursor.at(row));
            double slowMean = slow.update(candle);
            plain[0] += candle.close()
                    - (row < fastPeriod ? 0 : cursor.at(row - fastPeriod).close());
            plain[1] += cursor.at(row).close()
                    - (row < slowPeriod ? 0 : cursor.at(row - slowPeriod).close());
            if (row >= slowPeriod - 1) {
                int exact = Long.compare(
                        Math.multiplyExact(sum(candles, row, fastPeriod), slowPeriod),
                        Math.multiplyExact(sum(candles, row, slowPeriod), fastPeriod));
                assertThat(Double.compare(fastMean, slowMean))
                        .as("seed %d, periods %d and %d, row %d", seed, fastPeriod, slowPeriod, row)
                        .isEqualTo(exact);
                tiesAndMisses[0] += exact == 0 ? 1 : 0;
                tiesAndMisses[1] += exact == 0 && plain[0] / fastPeriod != plain[1] / slowPeriod ? 1 : 0;
            }
        }
    }

    private static long sum(CandleColumns candles, int row, int period) {
        long sum = 0;
        for (int back = 0; back < period; back++) {
            sum += candles.close(row - back);
        }
        return sum;
    }

    /** Sums of such values are far beyond 2^53, so that every addition rounds; what it rounded off must not stay for good. */
    @Test
    void staysTrueWhereSumsAreTooLargeToBeExact() {
        SplittableRandom random = new SplittableRandom(1);
        Sma sma = new Sma(4);
        double[] last = new double[4];
        for (int i = 0; i < 1_000_000; i++) {
            last[i % 4] = random.nextDouble(1e9, 9e10);
            sma.update(last[i % 4]);
        }
        last[0] = 1;
        last[1] = 2;
        last[2] = 3;
        last[3] = 4;
        for (double small : last) {
            sma.update(small);
        }
        assertThat(sma.value()).isEqualTo(2.5, within(0.0));
    }
}

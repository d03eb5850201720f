package dev.capstan.trading.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.strategy.ColumnStrategy;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.SignalColumn;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.Strategy;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over columns the signals and the memory are those of one candle after the other: else a backtest would not be what a live run does. */
class ColumnStrategiesTest {

    private static final int CANDLES = 6_000;

    /** Candles of a call, at most. */
    private static final int MOST = 3_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void thereIsOne() {
        assertThat(names()).contains("sma-cross");
    }

    private static Stream<String> names() {
        return BuiltInStrategies.kinds().all().stream()
                .filter(kind -> StrategyFixture.strategy(kind.name(), Map.of()) instanceof ColumnStrategy)
                .map(kind -> kind.name());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void signalAsOneByOneWhereverAStretchEnds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int fast = random.nextInt(1, random.nextInt(10) == 0 ? 400 : 30);
        int slow = fast + random.nextInt(1, random.nextInt(10) == 0 ? 500 : 60);
        Map<String, String> parameters = Map.of("fast", Integer.toString(fast), "slow", Integer.toString(slow));

        assertSame("sma-cross", parameters, RandomWalk.candles(seed, CANDLES), random);
    }

    /** Prices of one candle in a thousand, and of some stretches, are so large that sums of them are rounded. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void signalAsOneByOneWhereSumsAreTooLargeToBeExact(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long large = 1L << random.nextInt(51, 55);
        CandleColumns candles = withCloses(
                RandomWalk.candles(seed, CANDLES),
                price -> random.nextInt(1_000) == 0 ? large + random.nextLong(1_000_000_007) : price);

        assertSame("sma-cross", Map.of("fast", "5", "slow", "17"), candles, random);
    }

    /** Of prices that are odd in their last place, and so near to each other that means differ by less than their last place. */
    @Test
    void differencesBelowTheLastPlaceCount() {
        SplittableRandom random = new SplittableRandom(3);
        CandleColumns candles =
                withCloses(RandomWalk.candles(3, CANDLES), any -> 60_000 * Decimal8.ONE + random.nextLong(3));

        assertSame("sma-cross", Map.of("fast", "49", "slow", "200"), candles, random);
    }

    @Test
    void everyBuiltInOneDoes() {
        names().forEach(name -> assertSame(name, Map.of(), RandomWalk.candles(5, CANDLES), new SplittableRandom(5)));
    }

    private static void assertSame(
            String name, Map<String, String> parameters, CandleColumns candles, SplittableRandom random) {
        List<Signal> expected = StrategyFixture.signals(StrategyFixture.strategy(name, parameters), candles);
        assertThat(Collections.frequency(expected, Signal.BUY)).isPositive();
        Strategy oneByOne = StrategyFixture.strategy(name, parameters);
        ColumnStrategy columns = (ColumnStrategy) StrategyFixture.strategy(name, parameters);
        SignalColumn signals = new SignalColumn(MOST);
        List<Signal> actual = new ArrayList<>();
        int from = 0;
        while (from < candles.size()) {
            int end = Math.min(candles.size(), from + random.nextInt(1, MOST + 1));
            signals.reset(from, end);
            columns.analyzeAll(candles, from, end, signals);
            for (int row = from; row < end; row++) {
                actual.add(signals.at(row));
                oneByOne.analyze(new CandleCursor(candles).at(row));
            }
            assertThat(columns.readings()).isEqualTo(oneByOne.readings());
            assertThat(StrategyFixture.saved(columns)).isEqualTo(StrategyFixture.saved(oneByOne));
            ColumnStrategy restored = (ColumnStrategy) StrategyFixture.strategy(name, parameters);
            restored.restore(new StateReader(StrategyFixture.saved(columns)));
            columns = random.nextBoolean() ? restored : columns;
            from = end;
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static CandleColumns withCloses(CandleColumns candles, LongUnaryOperator change) {
        long[][] columns = new long[6][candles.size()];
        for (int row = 0; row < candles.size(); row++) {
            long close = change.applyAsLong(candles.close(row));
            columns[0][row] = candles.openTime(row);
            columns[1][row] = candles.open(row);
            columns[2][row] = Math.max(candles.high(row), close);
            columns[3][row] = Math.min(candles.low(row), close);
            columns[4][row] = close;
            columns[5][row] = candles.volume(row);
        }
        return CandleColumns.of(
                candles.intervalMillis(),
                Stream.of(columns).map(LongBuffer::wrap).toList());
    }
}

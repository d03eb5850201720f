package dev.capstan.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignalColumnTest {

    private static final int MOST = 400;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheNextOfEachKind(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SignalColumn column = new SignalColumn(MOST);
        for (int again = 0; again < 3; again++) {
            int from = random.nextInt(1_000);
            Signal[] signals = new Signal[random.nextInt(1, MOST + 1)];
            int rareness = random.nextInt(2, 200);
            Arrays.setAll(signals, any -> signal(random.nextInt(rareness)));
            column.reset(from, from + signals.length);
            fill(column, from, signals, random.nextInt(signals.length + 1) / SignalColumn.WORD * SignalColumn.WORD);

            List<Integer> visited = new ArrayList<>();
            column.forEachSignal(visited::add);
            int first = from;
            assertThat(visited)
                    .isEqualTo(IntStream.range(from, from + signals.length)
                            .filter(row -> signals[row - first] != Signal.NONE)
                            .boxed()
                            .toList());
            for (int row = from; row < from + signals.length; row++) {
                int limit = row + random.nextInt(from + signals.length - row + 1);
                assertThat(column.at(row)).isEqualTo(signals[row - from]);
                assertThat(column.nextBuy(row, limit)).isEqualTo(next(Signal.BUY, from, signals, row, limit));
                assertThat(column.nextSell(row, limit)).isEqualTo(next(Signal.SELL, from, signals, row, limit));
            }
        }
    }

    private static Signal signal(int drawn) {
        return drawn > 1 ? Signal.NONE : drawn == 1 ? Signal.BUY : Signal.SELL;
    }

    /** The first {@code oneByOne} each, the rest in words, with bits set past the end. */
    private static void fill(SignalColumn column, int from, Signal[] signals, int oneByOne) {
        for (int i = 0; i < oneByOne; i++) {
            column.set(from + i, Signal.SELL);
            column.set(from + i, Signal.BUY);
            column.set(from + i, signals[i]);
        }
        for (int word = oneByOne; word < signals.length; word += SignalColumn.WORD) {
            long buys = 0;
            long sells = 0;
            for (int bit = 0; bit < SignalColumn.WORD; bit++) {
                Signal signal = word + bit < signals.length ? signals[word + bit] : Signal.BUY;
                buys |= signal == Signal.BUY ? 1L << bit : 0;
                sells |= signal == Signal.SELL ? 1L << bit : 0;
            }
            column.setWord(from + word, buys, sells);
        }
    }

    private static int next(Signal wanted, int from, Signal[] signals, int row, int limit) {
        return IntStream.range(row, limit)
                .filter(at -> signals[at - from] == wanted)
                .findFirst()
                .orElse(limit);
    }

    @Test
    void saysNothingOfRowsThatNobodySpokeOf() {
        SignalColumn column = new SignalColumn(100);
        column.reset(0, 100);
        column.set(3, Signal.BUY);
        column.reset(50, 150);

        assertThat(column.nextBuy(50, 150)).isEqualTo(150);
        assertThat(column.at(53)).isEqualTo(Signal.NONE);
    }

    @Test
    void refusesRowsThatItHasNot() {
        SignalColumn column = new SignalColumn(64);
        column.reset(10, 20);

        assertThatThrownBy(() -> column.at(9)).hasMessage("expected a row from 10 to 19, got: 9");
        assertThatThrownBy(() -> column.set(20, Signal.BUY)).hasMessage("expected a row from 10 to 19, got: 20");
        assertThatThrownBy(() -> column.nextSell(10, 21)).hasMessage("expected a row from 10 to 19, got: 20");
        assertThatThrownBy(() -> column.reset(0, 65)).hasMessageContaining("expected at most 64 candles");
    }

    @Test
    void refusesTwoSignalsOfOneCandleAndAWordThatBeginsWithin() {
        SignalColumn column = new SignalColumn(64);
        column.reset(10, 20);

        assertThatThrownBy(() -> column.setWord(10, 6, 2)).hasMessageContaining("one signal a candle");
        assertThatThrownBy(() -> column.setWord(11, 0, 0)).hasMessageContaining("first row of a word");
    }
}

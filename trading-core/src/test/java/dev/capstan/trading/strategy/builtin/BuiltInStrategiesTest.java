package dev.capstan.trading.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.candle.Allocation;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every one of them promises. */
class BuiltInStrategiesTest {

    static Stream<String> names() {
        return BuiltInStrategies.kinds().all().stream().map(StrategyKind::name);
    }

    @Test
    void areFoundByName() {
        assertThat(names()).containsExactly("sma-cross", "rsi");
        assertThat(BuiltInStrategies.kinds().find("macd")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void goOnAsIfNothingHadHappenedWhenRestoredBeforeEveryCandle(String name) {
        CandleCursor cursor = new CandleCursor(RandomWalk.candles(11, 2_000));
        CandleView candle = cursor.candle();
        Strategy whole = StrategyFixture.strategy(name, Map.of());
        Strategy restored = StrategyFixture.strategy(name, Map.of());
        int signals = 0;
        for (int row = 0; row < 2_000; row++) {
            Map<String, String> saved = StrategyFixture.saved(restored);
            restored = StrategyFixture.strategy(name, Map.of());
            restored.restore(new StateReader(saved));

            Signal signal = whole.analyze(cursor.at(row));
            assertThat(restored.analyze(candle)).as("row %d", row).isEqualTo(signal);
            assertThat(StrategyFixture.saved(restored)).isEqualTo(StrategyFixture.saved(whole));
            assertThat(restored.readings()).isEqualTo(whole.readings());
            signals += signal == Signal.NONE ? 0 : 1;
        }
        assertThat(signals).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"sma-cross, slow, 2", "sma-cross, slow, 5", "rsi, period, 2", "rsi, period, 3"})
    void neverSignalBeforeTheyAreWarmAndSomeDoSoAtOnce(String name, String parameter, String value) {
        Map<String, String> parameters = name.equals("rsi")
                ? Map.of(parameter, value, "oversold", "45", "overbought", "55")
                : Map.of("fast", "1", parameter, value);
        int warmUp = StrategyFixture.strategy(name, parameters).warmUpCandles();
        int atOnce = 0;
        for (int seed = 0; seed < 500; seed++) {
            List<Signal> signals = StrategyFixture.signals(
                    StrategyFixture.strategy(name, parameters), RandomWalk.candles(seed, warmUp));
            assertThat(signals.subList(0, warmUp - 1)).as("seed %d", seed).containsOnly(Signal.NONE);
            atOnce += signals.getLast() == Signal.NONE ? 0 : 1;
        }
        assertThat(atOnce).isPositive();
    }

    @ParameterizedTest
    @MethodSource("names")
    void allocateNothingPerCandle(String name) {
        assertThat(Allocation.perCandle(StrategyFixture.strategy(name, Map.of())::analyze))
                .isLessThan(1);
    }

    /** A change of these means that stored runs and published figures no longer repeat. */
    @ParameterizedTest
    @CsvSource({
        "sma-cross, 2688, 2688, 8bd50e0e0ed158f4dcfda15cd627033de6eab3b9a8941a17b3509e25aa953fbc",
        "rsi, 1157, 1067, ead30dc23b9c8dc7f66fe28d2cc2bbd34aef55c4b34df4686a7d0d2189fd3843",
    })
    void signalTheSameForGood(String name, int buys, int sells, String fingerprint) {
        CandleColumns candles = RandomWalk.candles(42, 100_000);
        List<Signal> signals = StrategyFixture.signals(StrategyFixture.strategy(name, Map.of()), candles);

        assertThat(Collections.frequency(signals, Signal.BUY)).isEqualTo(buys);
        assertThat(Collections.frequency(signals, Signal.SELL)).isEqualTo(sells);
        assertThat(fingerprint(signals)).isEqualTo(fingerprint);
    }

    /** Of a line for each signal, like {@code 21 BUY}. */
    private static String fingerprint(List<Signal> signals) {
        String lines = IntStream.range(0, signals.size())
                .filter(row -> signals.get(row) != Signal.NONE)
                .mapToObj(row -> row + " " + signals.get(row) + "\n")
                .collect(Collectors.joining());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

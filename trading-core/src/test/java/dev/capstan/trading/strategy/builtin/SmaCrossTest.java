package dev.capstan.trading.strategy.builtin;

import static dev.capstan.trading.strategy.Signal.BUY;
import static dev.capstan.trading.strategy.Signal.NONE;
import static dev.capstan.trading.strategy.Signal.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmaCrossTest {

    private final Strategy strategy = StrategyFixture.strategy("sma-cross", Map.of("fast", "1", "slow", "2"));

    @Test
    void buysWhenTheFastAverageRisesAndSellsWhenItFalls() {
        assertThat(signals(10, 9, 12, 13, 11, 10, 12)).containsExactly(NONE, NONE, BUY, NONE, SELL, NONE, BUY);
    }

    @Test
    void comingFromATieIsACrossing() {
        assertThat(signals(10, 11, 11, 12)).containsExactly(NONE, NONE, NONE, BUY);
        assertThat(signals(10, 9, 9, 8)).containsExactly(NONE, NONE, NONE, SELL);
    }

    @Test
    void comingToATieIsNone() {
        assertThat(signals(10, 11, 11, 11)).containsOnly(NONE);
    }

    @Test
    void needsBothAveragesForTwoCandles() {
        assertThat(strategy.warmUpCandles()).isEqualTo(3);
        assertThat(signals(9, 12)).containsOnly(NONE);
    }

    private List<Signal> signals(long... closes) {
        return StrategyFixture.signals(
                StrategyFixture.strategy("sma-cross", Map.of("fast", "1", "slow", "2")),
                StrategyFixture.closing(closes));
    }

    /** Ties included: whole numbers, cross-multiplied. */
    @Test
    void signalsOnAMillionCandlesAreThoseOfExactArithmetic() {
        CandleColumns candles = RandomWalk.candles(42, 1_000_000);
        CandleCursor cursor = new CandleCursor(candles);
        Strategy cross = StrategyFixture.strategy("sma-cross", Map.of());
        long fast = 0;
        long slow = 0;
        int before = 0;
        int ties = 0;
        int crossings = 0;
        for (int row = 0; row < candles.size(); row++) {
            fast += candles.close(row) - (row < 9 ? 0 : candles.close(row - 9));
            slow += candles.close(row) - (row < 21 ? 0 : candles.close(row - 21));
            int now = row < 20 ? 0 : Long.compare(fast * 21, slow * 9);
            Signal exact = row < 21 || now == 0 || now == before ? NONE : now > 0 ? BUY : SELL;
            assertThat(cross.analyze(cursor.at(row))).as("row %d", row).isEqualTo(exact);
            ties += row >= 20 && now == 0 ? 1 : 0;
            crossings += exact == NONE ? 0 : 1;
            before = now;
        }
        assertThat(ties).isGreaterThan(300);
        assertThat(crossings).isGreaterThan(50_000);
    }

    @Test
    void stopsAndTargetsAreSoManyPercentFromTheClose() {
        CandleCursor cursor = new CandleCursor(StrategyFixture.closing(20_000));
        CandleView candle = cursor.candle();
        assertThat(strategy.calculateStopLoss(candle)).isEqualTo(19_600);
        assertThat(strategy.calculateTakeProfit(candle)).isNaN();

        Strategy other =
                StrategyFixture.strategy("sma-cross", Map.of("stopLossPercent", "0.5", "takeProfitPercent", "3"));
        assertThat(other.calculateStopLoss(candle)).isEqualTo(19_900);
        assertThat(other.calculateTakeProfit(candle)).isEqualTo(20_600);
    }

    @Test
    void showsItsAverages() {
        StrategyFixture.signals(strategy, StrategyFixture.closing(10, 12));
        assertThat(strategy.readings()).containsExactly(new Reading("fast", 12), new Reading("slow", 11));
    }

    @Test
    void refusesAFastAverageThatIsNotFaster() {
        assertThat(StrategyFixture.kind("sma-cross").check(Map.of("fast", "21")))
                .isEqualTo(new ParameterCheck.Refused(
                        List.of(new FieldError("fast", "expected less than slow, which is 21, got: 21"))));
    }

    @Test
    void refusesEveryParameterThatIsOutOfRange() {
        ParameterCheck check = StrategyFixture.kind("sma-cross")
                .check(Map.of(
                        "fast", "0", "slow", "2.5", "stopLossPercent", "0", "takeProfitPercent", "-1", "quick", "1"));
        assertThat(check)
                .isEqualTo(new ParameterCheck.Refused(List.of(
                        new FieldError("fast", "expected a whole number from 1 to 500, got: 0"),
                        new FieldError("slow", "expected a whole number from 2 to 1000, got: 2.5"),
                        new FieldError("stopLossPercent", "expected a decimal from 0.1 to 50, got: 0"),
                        new FieldError("takeProfitPercent", "expected a decimal from 0 to 1000, got: -1"),
                        new FieldError(
                                "quick",
                                "no parameter of sma-cross, which has: fast, slow, stopLossPercent,"
                                        + " takeProfitPercent"))));
    }
}

package dev.capstan.trading.strategy.builtin;

import static dev.capstan.trading.strategy.Signal.BUY;
import static dev.capstan.trading.strategy.Signal.NONE;
import static dev.capstan.trading.strategy.Signal.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RsiReversalTest {

    private final Strategy strategy = StrategyFixture.strategy("rsi", Map.of("period", "2"));

    /** The index from the third candle on: 0, 66.7, 80, 30.8, 13.8, 67.5. */
    @Test
    void buysOutOfTheOversoldAndSellsOutOfTheOverbought() {
        assertThat(signals(100, 90, 80, 100, 110, 90, 70, 100))
                .containsExactly(NONE, NONE, NONE, BUY, NONE, SELL, NONE, BUY);
    }

    /** The index: 50, 83.3, 92.9, 96.7, and the other way round. */
    @Test
    void enteringAnExtremeIsNoSignal() {
        assertThat(signals(100, 90, 100, 120, 140, 160)).containsOnly(NONE);
        assertThat(signals(100, 110, 100, 80, 60, 40)).containsOnly(NONE);
    }

    @Test
    void levelsAreParameters() {
        Strategy wide = StrategyFixture.strategy("rsi", Map.of("period", "2", "oversold", "10", "overbought", "95"));
        assertThat(StrategyFixture.signals(wide, StrategyFixture.closing(100, 90, 80, 100, 110, 90, 70, 100)))
                .containsExactly(NONE, NONE, NONE, BUY, NONE, NONE, NONE, NONE);
    }

    @Test
    void needsTwoValuesOfTheIndex() {
        assertThat(strategy.warmUpCandles()).isEqualTo(4);
    }

    private List<Signal> signals(long... closes) {
        return StrategyFixture.signals(
                StrategyFixture.strategy("rsi", Map.of("period", "2")), StrategyFixture.closing(closes));
    }

    @Test
    void stopsAndTargetsAreSoManyPercentFromTheClose() {
        Strategy other = StrategyFixture.strategy("rsi", Map.of("stopLossPercent", "10", "takeProfitPercent", "25"));
        CandleCursor cursor = new CandleCursor(StrategyFixture.closing(20_000));
        CandleView candle = cursor.candle();
        assertThat(other.calculateStopLoss(candle)).isEqualTo(18_000);
        assertThat(other.calculateTakeProfit(candle)).isEqualTo(25_000);
        assertThat(strategy.calculateTakeProfit(candle)).isNaN();
    }

    @Test
    void showsItsIndex() {
        StrategyFixture.signals(strategy, StrategyFixture.closing(100, 103, 102));
        assertThat(strategy.readings()).containsExactly(new Reading("rsi", 75));
    }

    @Test
    void refusesLevelsInTheWrongOrder() {
        assertThat(StrategyFixture.kind("rsi").check(Map.of("oversold", "70", "overbought", "30.5")))
                .isEqualTo(new ParameterCheck.Refused(
                        List.of(new FieldError("oversold", "expected less than overbought, which is 30.5, got: 70"))));
    }

    @Test
    void refusesEveryParameterThatIsOutOfRange() {
        ParameterCheck check = StrategyFixture.kind("rsi")
                .check(Map.of("period", "1", "oversold", "abc", "overbought", "99.1", "stopLossPercent", "50.1"));
        assertThat(check)
                .isEqualTo(new ParameterCheck.Refused(List.of(
                        new FieldError("period", "expected a whole number from 2 to 500, got: 1"),
                        new FieldError("oversold", "expected a decimal from 1 to 99, got: abc"),
                        new FieldError("overbought", "expected a decimal from 1 to 99, got: 99.1"),
                        new FieldError("stopLossPercent", "expected a decimal from 0.1 to 50, got: 50.1"))));
    }
}

package dev.capstan.bench.backtest;

import dev.capstan.trading.candle.CandleColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ta4j.core.AnalysisCriterion;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.criteria.InPositionPercentageCriterion;
import org.ta4j.core.criteria.PositionsRatioCriterion;
import org.ta4j.core.criteria.drawdown.MaximumDrawdownCriterion;
import org.ta4j.core.criteria.pnl.NetProfitLossRatioCriterion;
import org.ta4j.core.criteria.pnl.NetReturnCriterion;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/**
 * ta4j in the set-up that is fastest for it: binary numbers instead of its decimals, bars made before the clock starts, its own manager
 * with trades at the next open and a linear commission. Prices are whole ticks, so that its sums are exact and ties fall as ours do.
 */
final class Ta4jSubject {

    static final String NAME = "ta4j";

    private static final long TICK = 1_000_000;
    private static final double COMMISSION = 0.001;

    private final CrossCase each;
    private final BarSeries series;

    Ta4jSubject(CrossCase each) {
        this.each = each;
        this.series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .withBars(bars(each.candles()))
                .build();
    }

    Subject trades() {
        return new Subject(Subject.TRADES, NAME, () -> new Result(run(), List.of()));
    }

    /** With what it has of the figures that ours prints; its drawdown makes the curve of the account at each bar. */
    Subject figures() {
        List<AnalysisCriterion> figures = List.of(
                new NetReturnCriterion(),
                new MaximumDrawdownCriterion(),
                new PositionsRatioCriterion(AnalysisCriterion.PositionFilter.PROFIT),
                new NetProfitLossRatioCriterion(),
                new InPositionPercentageCriterion());
        return new Subject(Subject.FIGURES, NAME, () -> {
            TradingRecord made = run();
            return new Result(
                    made,
                    figures.stream()
                            .map(figure -> figure.calculate(series, made))
                            .toList());
        });
    }

    private static List<Bar> bars(CandleColumns candles) {
        Duration length = Duration.ofMillis(candles.intervalMillis());
        DoubleNumFactory numbers = DoubleNumFactory.getInstance();
        List<Bar> bars = new ArrayList<>(candles.size());
        for (int row = 0; row < candles.size(); row++) {
            Instant opens = Instant.ofEpochMilli(candles.openTime(row));
            Num volume = numbers.numOf(candles.volume(row));
            bars.add(new BaseBar(
                    length,
                    opens,
                    opens.plus(length),
                    numbers.numOf(candles.open(row) / TICK),
                    numbers.numOf(candles.high(row) / TICK),
                    numbers.numOf(candles.low(row) / TICK),
                    numbers.numOf(candles.close(row) / TICK),
                    volume,
                    volume,
                    1));
        }
        return bars;
    }

    private TradingRecord run() {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fast = new SMAIndicator(close, each.fast());
        SMAIndicator slow = new SMAIndicator(close, each.slow());
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), each.slow());
        BarSeriesManager manager = new BarSeriesManager(
                series, new LinearTransactionCostModel(COMMISSION), new ZeroCostModel(), new TradeOnNextOpenModel());
        return manager.run(strategy);
    }

    private record Result(TradingRecord made, List<Num> figures) implements Trades {

        @Override
        public int[] rows() {
            return Ta4jSubject.rows(made.getPositions());
        }
    }

    private static int[] rows(List<Position> positions) {
        return positions.stream()
                .filter(Position::isClosed)
                .flatMapToInt(position -> IntStream.of(
                        position.getEntry().getIndex(), position.getExit().getIndex()))
                .toArray();
    }
}

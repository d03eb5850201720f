package dev.capstan.bench.backtest;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.engine.Metrics;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Parameters;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Our engine, through the interface every strategy has. The stop is so far away that no trade meets it, and so little is traded that every
 * candle has enough: the others have no stops and no volume. A run makes orders, fills and round trips, as ta4j makes positions; with
 * figures it makes all that {@code ./capstan backtest} prints, too: the equity curve, drawdown, returns and the fingerprint.
 */
final class EngineSubject {

    static final String NAME = "capstan";

    /** How to repeat it with the command. */
    static final String OPTIONS = "--strategy sma-cross --param fast=%d --param slow=%d --param stopLossPercent=50"
            + " --capital 10000 --risk 0.05 --commission 0.1 --tick 0.01 --lot 0.00001 --min-notional 0";

    private final CrossCase each;
    private final StrategyKind kind;
    private final Parameters parameters;

    EngineSubject(CrossCase each) {
        this.each = each;
        this.kind = BuiltInStrategies.kinds().find("sma-cross").orElseThrow();
        Map<String, String> wanted = Map.of(
                "fast", Integer.toString(each.fast()),
                "slow", Integer.toString(each.slow()),
                "stopLossPercent", "50");
        this.parameters = switch (kind.check(wanted)) {
            case ParameterCheck.Accepted accepted -> accepted.parameters();
            case ParameterCheck.Refused refused ->
                throw new IllegalArgumentException(refused.errors().toString());
        };
    }

    Subject trades() {
        return new Subject(Subject.TRADES, NAME, () -> new Result(each.candles(), run()));
    }

    Subject figures() {
        return new Subject(Subject.FIGURES, NAME, () -> {
            BacktestResult result = run();
            // Kept by the result: whoever asks for it later has been told.
            result.fingerprint();
            return new Result(each.candles(), result, result.metrics());
        });
    }

    private BacktestResult run() {
        return Backtest.run(each.candles(), kind.create(parameters), settings(), BacktestProgress.NONE);
    }

    private static BacktestSettings settings() {
        InstrumentRules instrument = new InstrumentRules(
                Decimal8.parse("0.01"),
                Decimal8.parse("0.00001"),
                Decimal8.parse("0.00001"),
                Decimal8.parse("1000000"),
                0);
        return new BacktestSettings(
                new RunSettings(instrument, Decimal8.parse("10000"), 500),
                new CommissionRate(1_000),
                FillRules.standard(),
                null);
    }

    private record Result(
            CandleColumns candles,
            BacktestResult result,
            @Nullable Metrics figures) implements Trades {

        Result(CandleColumns candles, BacktestResult result) {
            this(candles, result, null);
        }

        @Override
        public int[] rows() {
            return result.roundTrips().stream()
                    .flatMap(trip -> List.of(trip.openedAt(), trip.closedAt()).stream())
                    .flatMapToInt(time -> IntStream.of(rowAt(time)))
                    .toArray();
        }

        private int rowAt(long openTime) {
            return Math.toIntExact((openTime - candles.openTime(0)) / candles.intervalMillis());
        }

        @Override
        public String fingerprint() {
            return result.fingerprint();
        }
    }
}

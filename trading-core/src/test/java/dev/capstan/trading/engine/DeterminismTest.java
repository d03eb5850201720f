package dev.capstan.trading.engine;

import static dev.capstan.trading.engine.BacktestFixture.eight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.run.InstrumentRules;
import dev.capstan.trading.run.RunSettings;
import dev.capstan.trading.strategy.ColumnStrategy;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import dev.capstan.trading.strategy.builtin.BuiltInStrategies;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same input gives the same orders and fills: again and again, beside itself, on this machine as on the one the constants are from. */
class DeterminismTest {

    private static final int BARS = 1_000_000;
    private static final long SEED = 1;

    /** Where a stop is so far away that only crosses count. */
    private static final Map<String, String> CROSSES_ONLY = Map.of("fast", "9", "slow", "21", "stopLossPercent", "50");

    private static Strategy strategy(String kind, Map<String, String> given) {
        StrategyKind found = BuiltInStrategies.kinds().find(kind).orElseThrow();
        return found.create(((ParameterCheck.Accepted) found.check(given)).parameters());
    }

    private static BacktestSettings settings() {
        InstrumentRules instrument =
                new InstrumentRules(eight("0.01"), eight("0.00001"), eight("0.00001"), eight("1000000"), 0);
        return new BacktestSettings(
                new RunSettings(instrument, eight("10000"), 500),
                new CommissionRate(1_000),
                FillRules.standard(),
                null);
    }

    private static BacktestResult run(CandleColumns candles, String kind, Map<String, String> given) {
        return Backtest.run(candles, strategy(kind, given), settings(), BacktestProgress.NONE);
    }

    @Test
    void aMillionCandlesGiveAsManyPositionsAsExactArithmetic() {
        CandleColumns candles = RandomWalk.candles(SEED, BARS);

        BacktestResult result = run(candles, "sma-cross", CROSSES_ONLY);

        assertThat(result.roundTrips()).hasSize(exactPositions(candles, 9, 21));
    }

    /** Sums of whole numbers, compared by cross-multiplication: nothing is rounded. */
    private static int exactPositions(CandleColumns candles, int fast, int slow) {
        long fastSum = 0;
        long slowSum = 0;
        int before = 0;
        int closed = 0;
        boolean isOpen = false;
        for (int row = 0; row < candles.size() - 1; row++) {
            fastSum += candles.close(row) - (row < fast ? 0 : candles.close(row - fast));
            slowSum += candles.close(row) - (row < slow ? 0 : candles.close(row - slow));
            int now = Long.compare(Math.multiplyExact(fastSum, slow), Math.multiplyExact(slowSum, fast));
            if (row >= slow) {
                if (!isOpen && before <= 0 && now > 0) {
                    isOpen = true;
                } else if (isOpen && before >= 0 && now < 0) {
                    isOpen = false;
                    closed++;
                }
            }
            before = now;
        }
        return closed;
    }

    @Test
    void twentyRunsOnOneThreadAndOnTwoGiveOneFingerprint() throws Exception {
        CandleColumns candles = RandomWalk.candles(SEED, 100_000);
        Set<String> fingerprints = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            fingerprints.add(run(candles, "rsi", Map.of()).fingerprint());
        }
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> runs = IntStream.range(0, 10)
                    .<Callable<String>>mapToObj(
                            any -> () -> run(candles, "rsi", Map.of()).fingerprint())
                    .toList();
            for (Future<String> fingerprint : two.invokeAll(runs)) {
                fingerprints.add(fingerprint.get());
            }
        }
        assertThat(fingerprints).hasSize(1);
    }

    /** Signals that are known for many candles at once lead to the same orders and fills as ones that are asked for at each. */
    @Test
    void aStrategyAskedOverColumnsTradesAsOneAskedAtEachCandle() {
        CandleColumns candles = RandomWalk.candles(SEED, 100_000);
        for (Map<String, String> given : List.of(
                CROSSES_ONLY,
                Map.of("stopLossPercent", "0.3"),
                Map.of("fast", "3", "slow", "8", "stopLossPercent", "0.2", "takeProfitPercent", "0.3"))) {
            Strategy strategy = strategy("sma-cross", given);
            assertThat(strategy).isInstanceOf(ColumnStrategy.class);
            for (BacktestSettings settings : List.of(settings(), scarce())) {
                BacktestResult over =
                        Backtest.run(candles, strategy("sma-cross", given), settings, BacktestProgress.NONE);
                BacktestResult each = Backtest.run(
                        candles, new OneByOne(strategy("sma-cross", given)), settings, BacktestProgress.NONE);
                assertThat(over.orders()).hasSizeGreaterThan(1_000).isEqualTo(each.orders());
                assertThat(over.fills()).isEqualTo(each.fills());
                assertThat(over.roundTrips()).isEqualTo(each.roundTrips());
                assertThat(over.unplaced()).isEqualTo(each.unplaced());
                assertThat(over.metrics()).isEqualTo(each.metrics());
                assertThat(over.fingerprint()).isEqualTo(each.fingerprint());
            }
        }
    }

    /** So little volume that exits take several candles, and slippage. */
    private static BacktestSettings scarce() {
        BacktestSettings usual = settings();
        return new BacktestSettings(usual.run(), usual.commission(), new FillRules(eight("0.02"), 1), null);
    }

    /** These change only when a rule of trading changes, which has to be said in the commit that does it. */
    @Test
    void fingerprintsAreThoseOfEveryOtherMachine() {
        CandleColumns candles = RandomWalk.candles(SEED, 100_000);

        assertThat(run(candles, "sma-cross", Map.of()).fingerprint())
                .isEqualTo("sha256:a0e926e642f44826779a38dbacc45353bf8e5aadd800217c95601b48c3f783e0");
        assertThat(run(candles, "rsi", Map.of()).fingerprint())
                .isEqualTo("sha256:cb57a74fdf844dd4b1868bf12c6d4a1a9e6e4342d71de39170bab729ba9da73a");
    }
}

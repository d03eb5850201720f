package dev.capstan.trading.engine;

import static dev.capstan.trading.engine.BacktestFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.run.TradeIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the candles and the signals: money is conserved, nothing is seen before its time, and a saved run goes on as it was. */
class BacktestInvariantsTest {

    private static final int CANDLES = 2_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static String script(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < CANDLES; i++) {
            letters.append("bs........".charAt(random.nextInt(10)));
        }
        return letters.toString();
    }

    private static BacktestResult run(long seed, int candles) {
        CandleColumns walk = RandomWalk.candles(seed, CANDLES).slice(0, candles);
        return Backtest.run(walk, new ScriptedStrategy(script(seed), 0.01, 0.02), settings(), BacktestProgress.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cashAndHoldingAreWhatTheFillsMoved(long seed) {
        BacktestResult result = run(seed, CANDLES);
        long cash = result.settings().run().capital();
        long holding = 0;
        for (SimulatedFill fill : result.fills()) {
            long amount = Decimal8.amount(fill.price(), fill.quantity());
            boolean isBuy = fill.side() == Side.BUY;
            cash += isBuy ? -amount : amount - fill.commission();
            holding += isBuy ? fill.quantity() - fill.commission() : -fill.quantity();
            assertThat(holding).isNotNegative();
            assertThat(cash).isNotNegative();
        }
        assertThat(result.fills()).hasSizeGreaterThan(20);
        assertThat(result.cash()).isEqualTo(cash);
        assertThat(result.holding()).isEqualTo(holding);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingLaterChangesWhatWasDecided(long seed) {
        int part = 700 + (int) seed * 20;
        BacktestResult whole = run(seed, CANDLES);
        BacktestResult prefix = run(seed, part);

        assertThat(whole.orders().subList(0, prefix.orders().size())).isEqualTo(prefix.orders());
        assertThat(whole.fills().subList(0, prefix.fills().size())).isEqualTo(prefix.fills());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunThatIsSavedAndRestoredAtEveryStepDecidesAlike(long seed) {
        CandleColumns walk = RandomWalk.candles(seed, CANDLES);
        BacktestResult whole = run(seed, CANDLES);
        List<TradeIntent> intents = new ArrayList<>();
        StrategyRun run = fresh(seed);
        SimulatedVenue venue = new SimulatedVenue(walk, settings(), run);
        TradeIntent intent = null;
        for (int row = 0; row < CANDLES; row++) {
            StrategyRun restored = fresh(seed);
            restored.restore(run.save());
            assertThat(restored.save()).isEqualTo(run.save());
            run = restored;
            venue = new SimulatedVenue(walk, settings(), run);
            if (intent != null) {
                venue.open(row);
                venue.place(intent);
                intents.add(intent);
            }
            intent = run.onCandle(new CandleCursor(walk).at(row));
        }
        assertThat(intents)
                .isEqualTo(whole.orders().stream().map(SimulatedOrder::intent).toList());
        assertThat(run.cash()).isEqualTo(whole.cash());
    }

    private static StrategyRun fresh(long seed) {
        return new StrategyRun(
                new ScriptedStrategy(script(seed), 0.01, 0.02), settings().run());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameInputGivesTheSameFingerprintAndAnotherAnother(long seed) {
        assertThat(run(seed, CANDLES).fingerprint())
                .isEqualTo(run(seed, CANDLES).fingerprint());
        assertThat(run(seed, CANDLES).fingerprint())
                .isNotEqualTo(run(seed + 1_000, CANDLES).fingerprint());
    }
}

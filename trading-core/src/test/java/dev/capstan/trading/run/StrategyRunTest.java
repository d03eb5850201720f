package dev.capstan.trading.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.value.Side;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.engine.ScriptedStrategy;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.sizing.Sizing;
import dev.capstan.trading.sizing.SizingRefusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrategyRunTest {

    private static final InstrumentRules RULES =
            new InstrumentRules(eight("0.01"), eight("0.001"), eight("0.001"), eight("1000"), eight("5"));
    private static final RunSettings SETTINGS = new RunSettings(RULES, eight("10000"), 10_000);

    private final StrategyRun run = run(ScriptedStrategy.of("bbbbsbb"));
    private long minute;

    private static long eight(String decimal) {
        return Decimal8.parse(decimal);
    }

    private static StrategyRun run(ScriptedStrategy strategy) {
        return new StrategyRun(strategy, SETTINGS);
    }

    /** What is wanted after a candle that stands still at {@code price}. */
    private TradeIntent wanted(StrategyRun of, String price) {
        return Objects.requireNonNull(candle(of, price));
    }

    private @Nullable TradeIntent candle(StrategyRun of, String price) {
        long level = eight(price);
        Bar bar = new Bar(level, level, level, level, eight("1000"));
        minute++;
        return of.onCandle(new CandleCursor(CandleColumns.of(60_000, minute * 60_000, bar)).candle());
    }

    @Test
    void goesFromSignalToPositionAndBack() {
        TradeIntent entry = wanted(run, "100");
        assertThat(entry.quantity()).isEqualTo(eight("10"));
        assertThat(entry.decidedAt()).isEqualTo(120_000);
        assertThat(run.stage()).isEqualTo(RunStage.SIGNAL);

        run.orderAccepted();
        assertThat(run.stage()).isEqualTo(RunStage.ENTRY);

        run.filled(Side.BUY, eight("100"), eight("10"), eight("0.01"), 0);
        run.orderEnded(eight("100"));
        assertThat(run.stage()).isEqualTo(RunStage.POSITION_OPEN);
        assertThat(run.holding()).isEqualTo(eight("9.99"));

        TradeIntent exit = wanted(run, "89");
        assertThat(exit.reason()).isEqualTo(IntentReason.STOP_LOSS);
        assertThat(exit.quantity()).isEqualTo(eight("9.99"));
        run.orderAccepted();
        run.filled(Side.SELL, eight("89"), eight("9.99"), 0, eight("0.88911"));
        run.orderEnded(eight("89"));
        assertThat(run.stage()).isEqualTo(RunStage.CLOSED);
        assertThat(run.cash()).isEqualTo(eight("9888.22089"));

        assertThat(candle(run, "89")).isNotNull();
    }

    @Test
    void wantsNothingWhileItsOrderIsUnderWay() {
        assertThat(candle(run, "100")).isNotNull();
        assertThat(candle(run, "100")).isNull();
        run.orderAccepted();
        run.filled(Side.BUY, eight("100"), eight("4"), 0, 0);
        assertThat(candle(run, "80")).isNull();
        assertThat(run.stage()).isEqualTo(RunStage.POSITION_OPEN);
    }

    @Test
    void anEntryThatCameToNothingIsForgotten() {
        candle(run, "100");
        run.orderEnded(eight("100"));

        assertThat(run.stage()).isEqualTo(RunStage.ANALYZING);
        assertThat(wanted(run, "100").number()).isEqualTo(2);
    }

    @Test
    void anExitThatCameToNothingIsTriedAtEachCandle() {
        candle(run, "100");
        run.filled(Side.BUY, eight("100"), eight("10"), 0, 0);
        run.orderEnded(eight("100"));
        candle(run, "80");
        run.orderEnded(eight("80"));

        TradeIntent again = wanted(run, "150");
        assertThat(again.reason()).isEqualTo(IntentReason.EXIT_REMAINDER);
        run.filled(Side.SELL, eight("150"), eight("9"), 0, 0);
        run.orderEnded(eight("150"));
        assertThat(wanted(run, "150").quantity()).isEqualTo(eight("1"));
    }

    @Test
    void whatIsTooLittleToBeSoldIsDust() {
        candle(run, "100");
        run.filled(Side.BUY, eight("100"), eight("0.04"), 0, 0);
        run.orderEnded(eight("100"));

        assertThat(run.stage()).isEqualTo(RunStage.CLOSED);
        assertThat(run.holding()).isEqualTo(eight("0.04"));
    }

    @Test
    void saysWhyASignalCameToNothing() {
        StrategyRun stopAtEntry = run(new ScriptedStrategy("b", 0, Double.NaN));

        assertThat(candle(stopAtEntry, "100")).isNull();
        assertThat(stopAtEntry.refusal()).extracting(Sizing.Refused::reason).isEqualTo(SizingRefusal.STOP_EQUALS_ENTRY);
        assertThat(stopAtEntry.stage()).isEqualTo(RunStage.ANALYZING);
    }

    @Test
    void saysThatAnOrderWouldBeWorthTooLittle() {
        StrategyRun poor = new StrategyRun(ScriptedStrategy.of("b"), new RunSettings(RULES, eight("20"), 10_000));

        assertThat(candle(poor, "100")).isNull();
        assertThat(poor.refusal())
                .extracting(Sizing.Refused::text)
                .isEqualTo("NOTIONAL_BELOW_MINIMUM notional=2.00000000 minimum=5.00000000");
    }

    @Test
    void aRestoredRunStillSaysWhy() {
        StrategyRun stopAtEntry = run(new ScriptedStrategy("b", 0, Double.NaN));
        candle(stopAtEntry, "100");
        StrategyRun restored = run(new ScriptedStrategy("b", 0, Double.NaN));
        restored.restore(stopAtEntry.save());

        assertThat(restored.refusal()).isNotNull().isEqualTo(stopAtEntry.refusal());
    }

    @Test
    void aStateOfAnEarlierVersionHasNoRefusal() {
        Map<String, String> saved = new HashMap<>(run.save());
        saved.keySet().removeIf(name -> name.startsWith("run.refusal"));
        run.restore(saved);

        assertThat(run.refusal()).isNull();
    }

    @Test
    void aRestoredRunIsTheSameAtEveryStage() {
        candle(run, "100");
        assertSameAfterRestore();
        run.orderAccepted();
        assertSameAfterRestore();
        run.filled(Side.BUY, eight("100"), eight("10"), eight("0.01"), 0);
        assertSameAfterRestore();
        run.orderEnded(eight("100"));
        assertSameAfterRestore();
        candle(run, "80");
        assertSameAfterRestore();
    }

    private void assertSameAfterRestore() {
        StrategyRun restored = run(ScriptedStrategy.of("bbbbsbb"));
        restored.restore(run.save());
        assertThat(restored.save()).isEqualTo(run.save());
        assertThat(restored.stage()).isEqualTo(run.stage());
        assertThat(restored.equity(eight("90"))).isEqualTo(run.equity(eight("90")));
    }
}

package dev.capstan.trading.strategy.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.contracts.problem.FieldError;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.CandleCursor;
import dev.capstan.trading.candle.CandleView;
import dev.capstan.trading.candle.RandomWalk;
import dev.capstan.trading.strategy.ParameterCheck;
import dev.capstan.trading.strategy.Signal;
import dev.capstan.trading.strategy.StateReader;
import dev.capstan.trading.strategy.StateWriter;
import dev.capstan.trading.strategy.Strategy;
import dev.capstan.trading.strategy.StrategyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmaTrendTest {

    private static final StrategyKind KIND = new EmaTrendKind();

    @Test
    void goesOnAsIfNothingHadHappenedWhenRestored() {
        CandleColumns candles = RandomWalk.candles(5, 2_000);
        CandleCursor cursor = new CandleCursor(candles);
        CandleView candle = cursor.candle();
        Strategy whole = create();
        Strategy restored = create();
        int signals = 0;
        for (int row = 0; row < candles.size(); row++) {
            StateWriter state = new StateWriter();
            restored.save(state);
            restored = create();
            restored.restore(new StateReader(state.values()));

            Signal signal = whole.analyze(cursor.at(row));
            assertThat(restored.analyze(candle)).as("row %d", row).isEqualTo(signal);
            assertThat(signal == Signal.NONE || row >= whole.warmUpCandles() - 1)
                    .isTrue();
            if (signal == Signal.BUY) {
                assertThat(restored.calculateStopLoss(candle))
                        .isEqualTo(whole.calculateStopLoss(candle))
                        .isLessThan(candle.close());
            }
            signals += signal == Signal.NONE ? 0 : 1;
        }
        assertThat(signals).isGreaterThan(20);
    }

    @Test
    void refusesParametersByName() {
        assertThat(KIND.check(Map.of("period", "1")))
                .isEqualTo(new ParameterCheck.Refused(
                        List.of(new FieldError("period", "expected a whole number from 2 to 500, got: 1"))));
    }

    private static Strategy create() {
        ParameterCheck check = KIND.check(Map.of());
        return KIND.create(((ParameterCheck.Accepted) check).parameters());
    }

    @Test
    void whatThePageShowsIsWhatRunsHere() throws IOException {
        String page = Files.readString(Path.of("../docs/how-to/write-a-strategy.md"));
        List<String> shown = Arrays.stream(page.split("```"))
                .filter(part -> part.startsWith("java\n"))
                .toList();
        String sources = source("EmaTrend") + source("EmaTrendKind") + source("EmaTrendTest");

        assertThat(shown).hasSizeGreaterThanOrEqualTo(4);
        assertThat(shown)
                .allSatisfy(block -> assertThat(flat(sources)).contains(flat(block.substring("java\n".length()))));
    }

    private static String source(String name) throws IOException {
        return Files.readString(
                Path.of("src/test/java", EmaTrendTest.class.getPackageName().replace('.', '/'), name + ".java"));
    }

    private static String flat(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}

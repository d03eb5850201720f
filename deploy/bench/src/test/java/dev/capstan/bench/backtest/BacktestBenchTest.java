package dev.capstan.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.trading.candle.RandomWalk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestBenchTest {

    private static BacktestReport report(long seed, int fast, int slow) {
        return new BacktestBench(
                        new BenchCase(
                                seed,
                                30_000,
                                fast,
                                slow,
                                Duration.ZERO,
                                2,
                                Duration.ZERO,
                                new ApiCase(seed, 1_000, 0, 0)),
                        any -> {})
                .run();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allThreeMakeTheSameTrades(long seed) {
        assertThat(report(seed, 9, 21).trades()).isGreaterThan(300);
        assertThat(report(seed, 3, 50).trades()).isGreaterThan(100);
    }

    @Test
    void namesWhoDiffers() {
        CrossCase one = CrossCase.of(1, 5_000, 9, 21);
        CrossCase other = new CrossCase(1, RandomWalk.candles(2, 5_000), 9, 21);

        assertThatThrownBy(() -> BacktestBench.compared(
                        List.of(new EngineSubject(one).trades(), new BareSubject(other).trades())))
                .hasMessageContaining("bare-loop");
    }

    @Test
    void saysWhatAMachineAndAPersonWantToKnow() {
        BacktestReport report = report(1, 9, 21);

        assertThat(report.document()).containsEntry("bars", 30_000).containsKey("fingerprint");
        assertThat(report.document().get("command"))
                .asString()
                .startsWith("./capstan backtest --random-walk 1:30000 --strategy sma-cross --param fast=9");
        assertThat(report.document().get("rows"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .satisfiesExactly(
                        ours -> assertThat((Map<?, ?>) ours)
                                .extracting("subject")
                                .isEqualTo("capstan"),
                        ta4j -> assertThat((Map<?, ?>) ta4j)
                                .extracting("subject")
                                .isEqualTo("ta4j"),
                        bare -> assertThat((Map<?, ?>) bare)
                                .extracting("subject")
                                .isEqualTo("bare-loop"));
        assertThat(report.document().get("withFigures"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting("subject")
                .containsExactly("capstan", "ta4j");
        StringWriter printed = new StringWriter();
        report.print(new PrintWriter(printed));
        assertThat(printed.toString()).contains("times ta4j", report.fingerprint());
    }
}

package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.simulator.binance.protocol.RateLimits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private static SimulatorOptions parse(String line) {
        return CommandLine.parse(List.of(line.split(" ")));
    }

    @Test
    void fillsInWhatIsNotSaid() {
        SimulatorOptions options = parse("--data here");
        assertThat(options.port()).isEqualTo(8090);
        assertThat(options.controlPort()).isEqualTo(8091);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.pace().speedMillis()).isEqualTo(1_000);
        assertThat(options.replay()).isEmpty();
        assertThat(options.madeUp()).isEqualTo(new MadeUp(MadeUp.Kind.GENERATED, 1, 8));
        assertThat(options.limits()).isEqualTo(RateLimits.STANDARD);
    }

    @Test
    void readsEveryOption() {
        SimulatorOptions options = parse(
                "--data d --port 1 --control-port 2 --host 0.0.0.0 --epoch e --speed 2.5 --seed 9 --market synthetic --flow-rate 3"
                        + " --replay BTCUSDT.BINANCE=a=b.csv --replay ETHUSDT.BINANCE=c.csv --loop --limits raised");
        assertThat(options.port()).isEqualTo(1);
        assertThat(options.controlPort()).isEqualTo(2);
        assertThat(options.host()).isEqualTo("0.0.0.0");
        assertThat(options.epoch()).isEqualTo("e");
        assertThat(options.pace().speedMillis()).isEqualTo(2_500);
        assertThat(options.madeUp()).isEqualTo(new MadeUp(MadeUp.Kind.SYNTHETIC, 9, 3));
        assertThat(options.replay())
                .containsEntry(InstrumentId.parse("BTCUSDT.BINANCE"), Path.of("a=b.csv"))
                .hasSize(2);
        assertThat(options.pace().loop()).isTrue();
        assertThat(options.limits()).isEqualTo(RateLimits.RAISED);
    }

    @Test
    void stepsAreForWhoAsksForThem() {
        assertThat(parse("--data d").pace().stepped()).isFalse();
        assertThat(parse("--data d --step --market synthetic").pace().stepped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1000, 480", "500, 480", "2000, 240", "60000, 60", "100000000, 60"})
    void theFlowActsLessOftenAMinuteWhereMinutesAreShort(long speedMillis, int beats) {
        assertThat(MadeUp.usual().beats(speedMillis)).isEqualTo(beats);
    }

    @ParameterizedTest
    @CsvSource({
        "--port 8090, --data",
        "--data d --port many, --port",
        "--data d --port 70000, --port",
        "--data d --speed 0, speed",
        "--data d --speed fast, --speed",
        "--data d --step --speed 60, --step",
        "--data d --speed 60 --step, --step",
        "--data d --replay BTCUSDT=f, SYMBOL.VENUE",
        "--data d --replay f, SYMBOL.VENUE",
        "--data d --limits none, standard or raised",
        "--data d --market real, generated or synthetic",
        "--data d --flow-rate 0, flow rate",
        "--data d --flow-rate 1.5, --flow-rate",
        "--data d --sped 2, --sped",
        "--data, --data"
    })
    void namesWhatIsWrong(String line, String named) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}

package dev.capstan.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "orders,--rate,0",
        "orders,--rate,many",
        "orders,--seconds,0",
        "orders,--warm-up,-1",
        "orders,--step,-5",
        "gateway,--connections,0",
        "gateway,--rounds,0",
        "gateway,--seconds,none",
        "gateway,--warm-up,0"
    })
    void aBadOptionIsNamedBeforeAnythingStarts(String command, String option, String value) {
        assertThat(run(command, option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(option);
    }

    @Test
    void helpSaysWhatIsMeasured() {
        assertThat(run("orders", "--help")).isZero();
        assertThat(out.toString()).contains("bare pipeline", "--json", "--rate");
        assertThat(run("gateway", "--help")).isZero();
        assertThat(out.toString()).contains("gateway library alone", "--connections");
    }

    private int run(String... words) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}

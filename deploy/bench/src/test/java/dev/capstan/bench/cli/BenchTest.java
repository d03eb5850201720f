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
    @CsvSource({"--rate,0", "--rate,many", "--seconds,0", "--warm-up,-1", "--step,-5"})
    void aBadOptionIsNamedBeforeAnythingStarts(String option, String value) {
        assertThat(run("orders", option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains(option);
    }

    @Test
    void helpSaysWhatIsMeasured() {
        assertThat(run("orders", "--help")).isZero();
        assertThat(out.toString()).contains("bare pipeline", "--json", "--rate");
    }

    private int run(String... words) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}

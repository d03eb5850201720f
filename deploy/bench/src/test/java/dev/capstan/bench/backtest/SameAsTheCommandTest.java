package dev.capstan.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.launcher.backtest.BacktestCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SameAsTheCommandTest {

    private static final String PREFIX = "./capstan backtest ";

    @Test
    void theCommandThatTheReportNamesGivesItsFingerprint() {
        BacktestReport report = new BacktestBench(
                        new BenchCase(5, 30_000, 9, 21, Duration.ZERO, 1, Duration.ZERO, new ApiCase(5, 1_000, 0, 0)),
                        any -> {})
                .run();
        String command = String.valueOf(report.document().get("command"));
        assertThat(command).startsWith(PREFIX);
        List<String> options = Stream.concat(
                        Stream.of(command.substring(PREFIX.length()).split(" ")), Stream.of("--json"))
                .toList();
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new BacktestCommand())
                .setOut(new PrintWriter(out))
                .execute(options.toArray(String[]::new));
        assertThat(exitCode).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .path("fingerprint")
                        .asString())
                .isEqualTo(report.fingerprint());
    }
}

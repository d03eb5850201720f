package dev.capstan.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CapstanTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> subcommands() {
        return Capstan.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void everySubcommandExplainsItself(String name) {
        assertThat(run(name, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: capstan " + name);
        if (!name.equals("compose") && !name.equals("backtest")) {
            // The stack of the one lives in an engine's volumes, and the other needs none.
            assertThat(out.toString()).contains("--data");
        }
    }

    @Test
    void statusOfNothingIsSaidToPeopleAndScripts() {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("no stack runs");
        assertThat(run("status", "--json", "--data", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"running\" : false");
    }

    @ParameterizedTest
    @MethodSource("commandsThatNeedAStack")
    void withoutAStackOneMessageSaysWhatToDo(List<String> command) {
        List<String> words = Stream.concat(command.stream(), Stream.of("--data", folder.toString()))
                .toList();
        assertThat(run(words.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.toString()).startsWith("capstan: ").doesNotContain("Exception");
    }

    static Stream<List<String>> commandsThatNeedAStack() {
        return Stream.of(
                List.of("token"),
                List.of("halt"),
                List.of("step"),
                List.of("dead-letters", "list"),
                List.of("candles", "list"),
                List.of("logs"),
                List.of("reset", "--yes"));
    }

    @Test
    void unreadableReplayFileIsNamed() {
        assertThat(run("up", "--replay", "BTCUSDT.BINANCE=" + folder.resolve("none.csv")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--replay BTCUSDT.BINANCE").contains("none.csv");
    }

    @Test
    void aBacktestThatIsTypedWrongGetsALineAndNotTheUsage() {
        assertThat(run("backtest", "--candles")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("capstan: Missing required parameter for option '--candles'")
                .hasLineCount(1);
        assertThat(run("backtest", "--strategy", "sma-cross")).isEqualTo(2);
        assertThat(err.toString())
                .contains("capstan: --candles: expected a kline file")
                .hasLineCount(2);
    }

    @Test
    void speedMustBeAboveZero() {
        assertThat(run("up", "--speed", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed");
    }

    @Test
    void aMarketIsMadeUpOneWayOrTheOtherOrReplayed() throws IOException {
        assertThat(run("up", "--market", "real")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--market")
                .contains("generated or synthetic")
                .contains("real");
        Path file = Files.createFile(folder.resolve("some.csv"));
        assertThat(run("up", "--market", "synthetic", "--replay", "BTCUSDT.BINANCE=" + file))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no --replay beside it");
    }

    @Test
    void onlyAMarketOfCandlesGoesByStepsAndOnlyByThem() {
        assertThat(run("up", "--step")).isEqualTo(2);
        assertThat(err.toString()).contains("--step").contains("--market synthetic");
        assertThat(run("up", "--step", "--market", "synthetic", "--speed", "60"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no --speed");
    }

    @Test
    void stepsAreCountedOrGoOnToTheEnd() {
        assertThat(run("step", "--count", "0")).isEqualTo(2);
        assertThat(run("step", "--count", "2", "--until-end")).isEqualTo(2);
        assertThat(err.toString()).contains("1 or more").contains("no --until-end");
    }

    private int run(String... arguments) {
        CommandLine command = Capstan.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}

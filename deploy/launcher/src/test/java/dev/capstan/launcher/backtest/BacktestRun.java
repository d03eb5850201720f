package dev.capstan.launcher.backtest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command said. */
public record BacktestRun(int exitCode, String out, String err) {

    /** Runs it with a cache in {@code folder}. */
    public static BacktestRun of(Path folder, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new BacktestCommand())
                .setParameterExceptionHandler(BacktestCommand::explain)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        List<String> all = Stream.concat(
                        Stream.of(options),
                        Stream.of("--cache", folder.resolve("cache").toString()))
                .toList();
        return new BacktestRun(command.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}

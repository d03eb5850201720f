package dev.capstan.bench.cli;

import dev.capstan.bench.gateway.GatewayBench;
import dev.capstan.bench.gateway.GatewayReport;
import dev.capstan.bench.gateway.GatewaySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Measures a read through the gateway. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Reads positions through the gateway of a stack of its own, with a token and within limits, as fast as the machine carries it, and the "
                    + "same through the gateway library alone, without token checks, by turns in the same run. Prints requests per second, "
                    + "p50, p99 and processor time of the gateway's process per request.",
            "Exit code 0 when every answer was good, else 1. Best on a machine that does nothing else; takes about four minutes."
        })
final class GatewayCommand implements Callable<Integer> {

    @Option(names = "--connections", paramLabel = "N", defaultValue = "16", description = "Callers at a time.")
    private int connections;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds of each side, by turns.")
    private int rounds;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "8", description = "Length of a round.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Load on each side before the first round, not measured.")
    private int warmUp;

    @Option(names = "--keep", description = "Leave data and logs of the stack in .local-bench.")
    private boolean keep;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check("--connections", connections >= 1 && connections <= 1_000, "1 to 1000");
        check("--rounds", rounds >= 1, "at least 1");
        check("--seconds", seconds >= 1, "at least 1");
        check("--warm-up", warmUp >= 1, "at least 1");
        Path repository = Path.of(Objects.requireNonNull(
                System.getProperty("capstan.home"),
                "start this through ./capstan, which says where the repository is"));
        GatewaySettings settings = new GatewaySettings(
                repository,
                repository.resolve(".local-bench"),
                connections,
                rounds,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                keep);
        CommandLine line = command().commandLine();
        GatewayReport report = new GatewayBench(settings, text -> line.getErr().println("  " + text)).run();
        if (json) {
            line.getOut()
                    .println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.document()));
        } else {
            report.print(line.getOut());
        }
        return report.isClean() ? 0 : 1;
    }

    private void check(String option, boolean holds, String expected) {
        if (!holds) {
            throw new ParameterException(command().commandLine(), option + ": expected " + expected);
        }
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec, "set by picocli");
    }
}

package dev.capstan.bench.cli;

import dev.capstan.bench.gateway.GatewayBench;
import dev.capstan.bench.gateway.GatewayReport;
import dev.capstan.bench.gateway.GatewaySettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a read through the gateway. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Reads positions through the gateway of a stack of its own, with a token and within limits, as fast as the machine carries it, and the "
                    + "same through the gateway library alone, without token checks, by turns in the same run. Prints requests per second, "
                    + "p50, p99 and processor time of the gateway's process per request.",
            "Then many connections stay open and read once a second each, counted from when a read was due.",
            "Exit code 0 when every answer was good, else 1. Best on a machine that does nothing else; takes about seven minutes."
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
            defaultValue = "100",
            description =
                    "Load on each side before the first round, not measured; until then the compilers work for the figures of both.")
    private int warmUp;

    @Option(
            names = "--open",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Then so many connections stay open and read once a second each; 0 for none.")
    private int open;

    @Option(names = "--users", paramLabel = "N", defaultValue = "50", description = "Users who share those.")
    private int users;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Override
    public Integer call() throws Exception {
        run.check("--connections", connections >= 1 && connections <= 1_000, "1 to 1000");
        run.check("--rounds", rounds >= 1, "at least 1");
        run.check("--seconds", seconds >= 1, "at least 1");
        run.check("--warm-up", warmUp >= 1, "at least 1");
        run.check("--open", open >= 0 && open <= 2_000, "0 to 2000");
        run.check("--users", users >= 1 && users <= 1_000, "1 to 1000");
        GatewaySettings settings = new GatewaySettings(
                run.repository(),
                run.data(),
                connections,
                rounds,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                open,
                users,
                run.keep());
        GatewayReport report = new GatewayBench(settings, run::progress).run();
        run.print(report.document(), report::print);
        return report.isClean() ? 0 : 1;
    }
}

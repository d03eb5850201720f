package dev.capstan.bench.cli;

import dev.capstan.bench.orders.OrdersBench;
import dev.capstan.bench.orders.OrdersReport;
import dev.capstan.bench.orders.OrdersSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Measures orders. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Places market orders at a fixed rate through the gateway of a stack of its own (profile raised-limits, four instruments) and times "
                    + "each from the moment it was due to its answer and to the position event with its fill. Beside it, in the same run: a "
                    + "bare pipeline of two chained hops over the same PostgreSQL and Kafka.",
            "Exit code 0 when no order failed, else 1. Best on a machine that does nothing else; takes about ten minutes."
        })
final class OrdersCommand implements Callable<Integer> {

    @Option(names = "--rate", paramLabel = "N", defaultValue = "200", description = "Orders due per second.")
    private double rate;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "30", description = "Length of the measured run.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "150",
            description = "Load before it in five rising steps, not measured.")
    private int warmUp;

    @Option(
            names = "--step",
            paramLabel = "N",
            defaultValue = "25",
            description =
                    "By how much the search for the highest rate goes up, or down when the rate did not hold; 0 leaves the search out.")
    private double step;

    @Option(names = "--keep", description = "Leave data and logs of the stack in .local-bench.")
    private boolean keep;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check("--rate", rate > 0 && rate <= 2_000, "more than 0 and at most 2000");
        check("--seconds", seconds >= 1, "at least 1");
        check("--warm-up", warmUp >= 1, "at least 1");
        check("--step", step >= 0, "0 or more");
        Path repository = Path.of(Objects.requireNonNull(
                System.getProperty("capstan.home"),
                "start this through ./capstan, which says where the repository is"));
        OrdersSettings settings = new OrdersSettings(
                repository,
                repository.resolve(".local-bench"),
                rate,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                step,
                keep);
        PrintWriter err = command().commandLine().getErr();
        OrdersReport report = new OrdersBench(settings, line -> err.println("  " + line)).run();
        PrintWriter out = command().commandLine().getOut();
        if (json) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report.document()));
        } else {
            report.print(out);
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

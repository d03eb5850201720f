package dev.capstan.bench.cli;

import dev.capstan.bench.orders.OrdersBench;
import dev.capstan.bench.orders.OrdersReport;
import dev.capstan.bench.orders.OrdersSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final RunOptions run = new RunOptions();

    @Override
    public Integer call() throws Exception {
        run.check("--rate", rate > 0 && rate <= 2_000, "more than 0 and at most 2000");
        run.check("--seconds", seconds >= 1, "at least 1");
        run.check("--warm-up", warmUp >= 1, "at least 1");
        run.check("--step", step >= 0, "0 or more");
        OrdersSettings settings = new OrdersSettings(
                run.repository(),
                run.data(),
                rate,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                step,
                run.keep());
        OrdersReport report = new OrdersBench(settings, run::progress).run();
        run.print(report.document(), report::print);
        return report.isClean() ? 0 : 1;
    }
}

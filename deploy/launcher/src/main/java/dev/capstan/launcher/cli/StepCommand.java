package dev.capstan.launcher.cli;

import dev.capstan.launcher.LaunchFailure;
import dev.capstan.launcher.step.Step;
import dev.capstan.launcher.step.StepDriver;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;

/** Moves the market of a stack that was started with {@code --step}. */
@Command(
        name = "step",
        mixinStandardHelpOptions = true,
        description = {
            "Moves the market of a stack that was started with --step: closes the running candle of every instrument and opens the"
                    + " next one.",
            "Each step waits until every service has finished what the one before caused."
        },
        footer = {
            "Examples:",
            "  ./capstan up --detach --step --replay BTCUSDT.BINANCE=candles.csv.gz",
            "  ./capstan step --count 10",
            "  ./capstan step --until-end --json"
        })
final class StepCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(names = "--count", paramLabel = "N", description = "How many steps. Default: 1.")
    private @Nullable Long count;

    @Option(names = "--until-end", description = "Go on until no candle follows.")
    private boolean untilEnd;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "How long to wait for quiet before a step. Default: ${DEFAULT-VALUE}.")
    private long limit = StepDriver.USUAL_LIMIT.toSeconds();

    @Option(names = "--json", description = "Print JSON: how many steps were made, and the last one.")
    private boolean json;

    @Override
    public Integer call() {
        checkInput();
        StackReport report = StackReport.required(selection.folder());
        if (report.simulatorControl() == null) {
            throw new LaunchFailure("this stack has no simulated venue");
        }
        StepDriver driver = new StepDriver(report.simulatorControl(), report.processes(), Duration.ofSeconds(limit));
        long wanted = untilEnd ? Long.MAX_VALUE : count == null ? 1 : count;
        if (untilEnd && driver.hasEnded()) {
            print(0, null);
            return 0;
        }
        StepProgress progress = new StepProgress(selection.commandLine().getErr(), json);
        Step step = driver.step();
        long made = 1;
        progress.made(made, wanted, step);
        while (made < wanted && !step.ended()) {
            step = driver.step();
            made++;
            progress.made(made, wanted, step);
        }
        progress.end();
        print(made, step);
        return 0;
    }

    private void checkInput() {
        if (count != null && untilEnd) {
            throw new ParameterException(selection.commandLine(), "--count: expected no --until-end beside it");
        }
        if (count != null && count < 1) {
            throw new ParameterException(selection.commandLine(), "--count: expected 1 or more, got: " + count);
        }
        if (limit < 1) {
            throw new ParameterException(selection.commandLine(), "--limit: expected 1 or more, got: " + limit);
        }
    }

    private void print(long made, @Nullable Step step) {
        PrintWriter out = selection.out();
        if (json) {
            out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document(made, step)));
            return;
        }
        if (step == null) {
            out.println("All candles have played.");
            return;
        }
        out.printf("%d steps made, the last is step %d.%n", made, step.number());
        step.instruments()
                .forEach(each -> out.printf(
                        "%-12s %s  %s%n",
                        each.symbol(),
                        each.opened() == null ? "no further candle " : each.opened(),
                        each.price().toPlainString()));
    }

    private static Map<String, @Nullable Object> document(long made, @Nullable Step step) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("made", made);
        document.put("step", step == null ? null : step.number());
        document.put("ended", step == null || step.ended());
        document.put(
                "instruments",
                step == null
                        ? List.of()
                        : step.instruments().stream().map(StepCommand::document).toList());
        return document;
    }

    private static Map<String, @Nullable Object> document(Step.Walked walked) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("symbol", walked.symbol());
        document.put("closed", walked.closed() == null ? null : walked.closed().toString());
        document.put("opened", walked.opened() == null ? null : walked.opened().toString());
        document.put("price", walked.price().toPlainString());
        return document;
    }
}

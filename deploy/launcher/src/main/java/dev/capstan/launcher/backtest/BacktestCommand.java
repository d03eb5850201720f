package dev.capstan.launcher.backtest;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.launcher.backtest.report.ReportPage;
import dev.capstan.trading.engine.Backtest;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestResult;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.evidence.BacktestEvidence;
import dev.capstan.trading.evidence.EvidenceInputs;
import dev.capstan.trading.indicator.IndicatorSpec;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a strategy over a file of candles. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a strategy over candles, in this process: no server, no network. Orders fill by the rules that hold live, and the same"
                    + " input always gives the same fingerprint.",
            "Or prints the series of an indicator."
        },
        footer = {
            "Examples:",
            "  ./capstan backtest --candles btcusd-2018.csv.gz --strategy sma-cross --param fast=9 --param slow=21 --gaps skip",
            "  ./capstan backtest --random-walk 42:1000000 --strategy rsi --json",
            "  ./capstan backtest --candles btcusd-2018.csv.gz --strategy sma-cross --gaps skip --report result.html",
            "  ./capstan backtest --candles btcusd-2018.csv.gz --indicator rsi:14 --csv --gaps skip",
            "Exit code 2: an option or a file is not what it should be; one line says which and why."
        })
public final class BacktestCommand implements Callable<Integer> {

    @Mixin
    private final CandleOptions candleOptions = new CandleOptions();

    @Mixin
    private final StrategyOptions strategyOptions = new StrategyOptions();

    @Mixin
    private final TradingOptions tradingOptions = new TradingOptions();

    @Option(names = "--json", description = "Print the evidence document instead of the table.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Also write a page with equity, drawdown, candles and fills; it needs no network.")
    private @Nullable Path report;

    @Option(
            names = "--indicator",
            paramLabel = "NAME:N",
            description = "Instead of a strategy: print this indicator's series, e.g. sma:21, ema:9, rsi:14, atr:14.")
    private @Nullable String indicator;

    @Option(names = "--csv", description = "With --indicator: as lines of open_time,value, its only form.")
    private boolean csv;

    @Spec
    private @Nullable CommandSpec command;

    /** One line for what was typed wrong; the usage is long, and hides it. */
    public static int explain(ParameterException wrong, String... arguments) {
        wrong.getCommandLine()
                .getErr()
                .println("capstan: " + wrong.getMessage() + "; ./capstan backtest --help lists all options");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() {
        try {
            if (indicator == null) {
                backtest();
            } else {
                printSeries(indicator);
            }
            return CommandLine.ExitCode.OK;
        } catch (InputException e) {
            err().println("capstan: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private void printSeries(String text) {
        if (strategyOptions.isGiven() || json || report != null) {
            throw InputException.of("--indicator", "expected no --strategy, --json or --report beside it");
        }
        IndicatorSpec spec = IndicatorCsv.parse(text);
        IndicatorCsv.print(spec, candleOptions.open(this::notice).columns(), out());
    }

    private void backtest() {
        if (csv) {
            throw InputException.of("--csv", "expected --indicator beside it");
        }
        StrategyOptions.Choice strategy = strategyOptions.choice();
        tradingOptions.check();
        checkReport();
        ChosenCandles candles = candleOptions.open(this::notice);
        BacktestSettings settings = tradingOptions.settings(candles.columns());
        long start = System.nanoTime();
        BacktestResult result = run(candles, strategy, settings);
        long nanos = System.nanoTime() - start;
        Evidence evidence = BacktestEvidence.of(inputs(candles, strategy), result);
        if (report != null) {
            write(new ReportPage(evidence, candles.columns(), tradingOptions.stepsFrom()), report);
        }
        if (json) {
            EvidenceJson.print(evidence, out());
        } else {
            print(evidence, nanos);
        }
    }

    /** Before the run, which may take longer than somebody waits for a misspelt folder. */
    private void checkReport() {
        if (report != null
                && (Files.isDirectory(report)
                        || !Files.isDirectory(report.toAbsolutePath().resolveSibling("")))) {
            throw InputException.of("--report", "expected a file in a folder that exists, got: " + report);
        }
    }

    private void write(ReportPage page, Path file) {
        try {
            page.write(file);
            notice("Wrote " + file + ".");
        } catch (IOException e) {
            throw InputException.of("--report", "cannot write " + file + ": " + e);
        }
    }

    private BacktestResult run(ChosenCandles candles, StrategyOptions.Choice strategy, BacktestSettings settings) {
        try {
            return Backtest.run(
                    candles.columns(),
                    strategy.create(),
                    settings,
                    progress(candles.columns().size()));
        } catch (ArithmeticException e) {
            throw new InputException("the run left the range of its numbers, which is 92 billion with eight places: "
                    + e.getMessage() + "; try less --capital");
        }
    }

    private static EvidenceInputs inputs(ChosenCandles candles, StrategyOptions.Choice strategy) {
        return new EvidenceInputs(
                strategy.kind().name(),
                strategy.parameters(),
                null,
                candles.source(),
                candles.gaps().count(),
                candles.gaps().missing(),
                candles.history().hash());
    }

    private void print(Evidence evidence, long nanos) {
        PrintWriter out = out();
        out.println();
        out.println(ResultTable.text(ResultTable.inputs(evidence, tradingOptions.stepsFrom())));
        out.print(ResultTable.text(ResultTable.outputs(evidence)));
        out.println(ResultTable.text(Map.of("speed", speed(evidence.candles().count(), nanos))));
        out.flush();
    }

    private static String speed(long candles, long nanos) {
        long millis = Math.max(1, nanos / 1_000_000);
        return ResultTable.count(candles) + " candles in " + ResultTable.count(millis) + " ms, "
                + ResultTable.count(candles * 1_000 / millis) + " a second";
    }

    private BacktestProgress progress(int candles) {
        boolean isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return isTerminal && !json ? new ProgressBar(err(), Clock.systemUTC(), candles) : BacktestProgress.NONE;
    }

    /** Not on standard output: scripts read that. */
    private void notice(String line) {
        err().println(line);
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private PrintWriter err() {
        return commandLine().getErr();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command, "set by picocli").commandLine();
    }
}

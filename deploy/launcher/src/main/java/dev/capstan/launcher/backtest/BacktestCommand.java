package dev.capstan.launcher.backtest;

import dev.capstan.contracts.backtest.Evidence;
import dev.capstan.launcher.backtest.report.ReportPage;
import dev.capstan.trading.engine.BacktestProgress;
import dev.capstan.trading.engine.BacktestSettings;
import dev.capstan.trading.indicator.IndicatorSpec;
import java.io.Console;
import java.io.PrintWriter;
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
        Optional<ReportFile> page = Optional.ofNullable(report).map(ReportFile::new);
        page.ifPresent(ReportFile::check);
        ChosenCandles candles = candleOptions.open(this::notice);
        BacktestSettings settings = tradingOptions.settings(candles.columns());
        int size = candles.columns().size();
        Simulation simulation = Simulation.of(candles, strategy, settings, progress(size));
        Evidence evidence = simulation.evidence();
        page.ifPresent(file -> file.write(new ReportPage(evidence, candles.columns(), tradingOptions.stepsFrom())));
        if (json) {
            EvidenceJson.print(evidence, out());
        } else {
            print(simulation);
        }
    }

    private void print(Simulation simulation) {
        Evidence evidence = simulation.evidence();
        PrintWriter out = out();
        out.println();
        out.println(ResultTable.text(ResultTable.inputs(evidence, tradingOptions.stepsFrom())));
        out.print(ResultTable.text(ResultTable.outputs(evidence)));
        out.println(ResultTable.text(Map.of("speed", simulation.speed())));
        if (report != null) {
            out.println("  " + report + " has the curves, the candles and the fills.");
        }
        out.flush();
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

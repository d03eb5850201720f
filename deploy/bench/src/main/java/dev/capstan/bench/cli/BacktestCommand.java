package dev.capstan.bench.cli;

import dev.capstan.bench.backtest.ApiCase;
import dev.capstan.bench.backtest.BacktestBench;
import dev.capstan.bench.backtest.BacktestReport;
import dev.capstan.bench.backtest.BenchCase;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the simulation engine. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Runs a cross of two moving averages over a seeded walk with our engine, as ./capstan backtest does, with ta4j in its fastest "
                    + "set-up and with a bare loop, by turns in one process, and prints bars per second. All must make the same trades. "
                    + "Making and loading candles is not counted.",
            "What the trades came to is counted apart: the curve of the account at each close, drawdown, returns and the fingerprint of our "
                    + "engine, and what ta4j has of these.",
            "Then backtests are started over the gateway of a stack of its own, one after the other, and timed until a GET says that they are "
                    + "completed.",
            "Best on a machine that does nothing else; takes about three minutes."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final int API_CANDLES = 100_000;
    private static final int API_WARM_UP = 30;

    /** A run takes a hundredth of a second, and a second can be for the better part somebody else's on a machine that is shared. */
    private static final Duration ROUND_LENGTH = Duration.ofMillis(250);

    @Option(names = "--bars", paramLabel = "N", defaultValue = "1000000", description = "How many candles.")
    private int bars;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the walk.")
    private long seed;

    @Option(names = "--fast", paramLabel = "N", defaultValue = "9", description = "Period of the fast average.")
    private int fast;

    @Option(names = "--slow", paramLabel = "N", defaultValue = "21", description = "Period of the slow average.")
    private int slow;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long each runs before the first measured round, while the compilers work.")
    private int warmUp;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "25",
            description = "Measured rounds of each, by turns.")
    private int rounds;

    @Option(
            names = "--api-runs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Backtests of 100,000 candles over the API, after 30 that are not counted; 0 for none.")
    private int apiRuns;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Override
    public Integer call() throws Exception {
        run.check("--bars", bars >= 1_000 && bars <= 5_000_000, "1000 to 5000000");
        run.check("--slow", slow >= 2 && slow <= 1_000, "2 to 1000");
        run.check("--fast", fast >= 1 && fast < slow, "1 to less than --slow");
        run.check("--warm-up", warmUp >= 0 && warmUp <= 600, "0 to 600");
        run.check("--rounds", rounds >= 1 && rounds <= 100, "1 to 100");
        run.check("--api-runs", apiRuns >= 0 && apiRuns <= 10_000, "0 to 10000");
        BenchCase wanted = new BenchCase(
                seed,
                bars,
                fast,
                slow,
                Duration.ofSeconds(warmUp),
                rounds,
                ROUND_LENGTH,
                new ApiCase(seed, API_CANDLES, apiRuns, API_WARM_UP));
        BacktestReport report = new BacktestBench(wanted, run::progress).run(run.repository(), run.data(), run.keep());
        run.print(report.document(), report::print);
        return 0;
    }
}

package dev.capstan.launcher.backtest;

import dev.capstan.candles.CandleCache;
import dev.capstan.candles.CandleHistory;
import dev.capstan.candles.Gaps;
import dev.capstan.candles.Gaps.Gap;
import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.trading.candle.CandleColumns;
import dev.capstan.trading.candle.RandomWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which candles. */
final class CandleOptions {

    private static final Pattern WALK = Pattern.compile("(-?[0-9]{1,18}):([0-9]{1,8})");
    private static final int MOST_BARS = 10_000_000;

    @Option(
            names = "--candles",
            paramLabel = "FILE",
            description =
                    "Kline file: CSV of twelve columns (open_time, open, high, low, close, volume, close_time, ...),"
                            + " plain or gzip.")
    private @Nullable Path file;

    @Option(
            names = "--random-walk",
            paramLabel = "SEED:BARS",
            description = "Made-up minutes instead of a file, the same for the same seed, e.g. 42:1000000.")
    private @Nullable String randomWalk;

    @Option(names = "--from", paramLabel = "TIME", description = "First open time: 2018-03-01T00:00:00Z or 2018-03-01.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "First open time that is left out.")
    private @Nullable String to;

    @Option(
            names = "--gaps",
            paramLabel = "refuse|skip",
            description = "Where candles are missing: refuse to run, or run on as if the market had been closed."
                    + " Default: ${DEFAULT-VALUE}.")
    private String gaps = "refuse";

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where candle files are kept once they were read. Default: candles in the cache,"
                    + " ~/.cache/capstan.")
    private @Nullable Path cache;

    /**
     * Opens them.
     *
     * @param notices hears what a person may want to know
     */
    ChosenCandles open(Consumer<String> notices) {
        boolean skip = skipsGaps();
        long first = from == null ? Long.MIN_VALUE : Times.parse("--from", from);
        long end = to == null ? Long.MAX_VALUE : Times.parse("--to", to);
        CandleHistory all = randomWalk == null ? read(notices) : walk(randomWalk);
        CandleHistory history = all.between(first, end);
        if (history.columns().size() == 0) {
            throw InputException.of(
                    from == null ? "--to" : "--from",
                    "expected a stretch with candles; " + source() + " has some from " + openTime(all.columns(), 0)
                            + " to " + openTime(all.columns(), all.columns().size() - 1));
        }
        Gaps found = Gaps.of(history.columns());
        if (!skip && !found.isEmpty()) {
            throw InputException.of("--candles", refusal(found));
        }
        return new ChosenCandles(history, source(), found);
    }

    private boolean skipsGaps() {
        if (!gaps.equals("refuse") && !gaps.equals("skip")) {
            throw InputException.of("--gaps", "expected refuse or skip, got: " + gaps);
        }
        return gaps.equals("skip");
    }

    private static String openTime(CandleColumns columns, int row) {
        return Instant.ofEpochMilli(columns.openTime(row)).toString();
    }

    private String refusal(Gaps found) {
        Gap first = found.all().getFirst();
        return source() + " has " + found.count() + (found.count() == 1 ? " gap, " : " gaps, ") + found.missing()
                + " candles missing, the first gap from " + Instant.ofEpochMilli(first.from()) + " to "
                + Instant.ofEpochMilli(first.to())
                + "; say --gaps skip to run on as if the market had been closed, or choose a stretch without any by"
                + " --from and --to";
    }

    private String source() {
        return file == null ? "random-walk:" + randomWalk : String.valueOf(file.getFileName());
    }

    private CandleHistory walk(String text) {
        if (file != null) {
            throw InputException.of("--random-walk", "expected no --candles beside it");
        }
        Matcher parts = WALK.matcher(text);
        if (!parts.matches()) {
            throw InputException.of("--random-walk", "expected SEED:BARS, two whole numbers, got: " + text);
        }
        int bars = Numbers.whole("--random-walk", parts.group(2), 1, MOST_BARS);
        return CandleHistory.of(RandomWalk.candles(Long.parseLong(parts.group(1)), bars));
    }

    private CandleHistory read(Consumer<String> notices) {
        if (file == null) {
            throw InputException.of("--candles", "expected a kline file; or --random-walk SEED:BARS");
        }
        if (!Files.isRegularFile(file)) {
            throw InputException.of("--candles", "there is no file " + file);
        }
        Path folder = cache == null ? ComponentCache.ofUser(notices).root().resolve("candles") : cache;
        try {
            return new CandleCache(folder, notices).open(file);
        } catch (KlineFileException e) {
            String line = e.line().isPresent() ? ", line " + e.line().getAsLong() : "";
            throw InputException.of("--candles", file + line + ": " + e.reason());
        } catch (IOException e) {
            throw InputException.of("--candles", "cannot read " + file + ": " + e.getMessage());
        }
    }
}

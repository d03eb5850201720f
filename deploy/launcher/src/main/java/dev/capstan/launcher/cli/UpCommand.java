package dev.capstan.launcher.cli;

import dev.capstan.launcher.component.ComponentCache;
import dev.capstan.launcher.stack.MarketOptions;
import dev.capstan.launcher.stack.StackOptions;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Starts the stack. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds what is missing, starts everything and fills it for a first order. Ctrl-C ends it all.")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final StackSelection selection = new StackSelection();

    @Option(names = "--detach", description = "Return when everything is ready; the stack goes on in the background.")
    private boolean detach;

    @Option(names = "--background", hidden = true, description = "Run as the background half of --detach.")
    private boolean background;

    @Option(
            names = "--replay",
            paramLabel = "INSTRUMENT=FILE",
            description =
                    "Play the candles of a kline CSV file (plain or gzip). Repeatable. Without any, four instruments of"
                            + " a made-up market trade.")
    private Map<String, Path> replays = new LinkedHashMap<>();

    @Option(
            names = "--market",
            paramLabel = "generated|synthetic",
            converter = MadeUpConverter.class,
            description =
                    "How the made-up market comes about: as a book in which orders meet each other and a made-up flow, or as"
                            + " candles whose price every order gets. Default: generated.")
    private MarketOptions.@Nullable MadeUp madeUp;

    @Option(names = "--speed", paramLabel = "N", description = "Market seconds per second. Default: ${DEFAULT-VALUE}.")
    private BigDecimal speed = BigDecimal.ONE;

    @Option(
            names = "--step",
            description =
                    "The market stands still on the open of a candle until ./capstan step; with --replay or --market synthetic.")
    private boolean stepped;

    @Option(
            names = "--no-aot",
            description = "Do not make caches, after the start, that let the services start faster next time.")
    private boolean withoutAot;

    @Option(
            names = "--otel",
            paramLabel = "URL",
            arity = "0..1",
            fallbackValue = "http://127.0.0.1:4318",
            description =
                    "Send traces to this OTLP receiver (HTTP). Default: ${FALLBACK-VALUE}. Without --otel there are none.")
    private @Nullable URI otel;

    @Override
    public Integer call() {
        PrintWriter out = selection.out();
        MarketOptions market = market();
        if (detach) {
            return new DetachedUp(selection.folder(), out).run(arguments());
        }
        Display display = Display.on(out, background, Clock.systemUTC());
        ComponentCache cache = ComponentCache.ofUser(display::says);
        StackOptions options = StackOptions.inFolder(
                        StackSelection.repository(), selection.folder().root(), cache)
                .withMarket(market);
        StackOptions wanted = otel == null ? options : options.withTracing(otel);
        return new ForegroundUp(wanted, display, out).run(selection.asOption(), !withoutAot && otel == null);
    }

    private MarketOptions market() {
        replays.forEach((instrument, file) -> {
            if (!Files.isReadable(file)) {
                throw new ParameterException(
                        selection.commandLine(), "--replay " + instrument + ": cannot read the file " + file);
            }
        });
        if (speed.signum() <= 0) {
            throw new ParameterException(
                    selection.commandLine(), "--speed: expected a number above zero, got: " + speed);
        }
        if (madeUp != null && !replays.isEmpty()) {
            throw new ParameterException(selection.commandLine(), "--market: expected no --replay beside it");
        }
        return moved(
                new MarketOptions(replays, madeUp == null ? MarketOptions.MadeUp.GENERATED : madeUp, speed, List.of()));
    }

    private MarketOptions moved(MarketOptions market) {
        try {
            return stepped ? market.withSteps() : market;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(selection.commandLine(), "--step: " + wrong.getMessage(), wrong);
        }
    }

    /** Reads the words of {@code --market}. */
    static final class MadeUpConverter implements ITypeConverter<MarketOptions.MadeUp> {

        @Override
        public MarketOptions.MadeUp convert(String word) {
            return Arrays.stream(MarketOptions.MadeUp.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected generated or synthetic, got: " + word));
        }
    }

    /** What the background half is started with. */
    private List<String> arguments() {
        return selection.commandLine().getParseResult().originalArgs().stream()
                .filter(word -> !word.equals("--detach"))
                .toList();
    }
}

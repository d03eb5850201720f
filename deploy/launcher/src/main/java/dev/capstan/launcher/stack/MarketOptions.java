package dev.capstan.launcher.stack;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the simulator plays.
 *
 * @param replays kline CSV file by instrument; without any the simulator makes up a market of four instruments
 * @param madeUp how it makes that up
 * @param speed market seconds per second
 * @param arguments further arguments of the simulator
 */
public record MarketOptions(Map<String, Path> replays, MadeUp madeUp, BigDecimal speed, List<String> arguments) {

    /** How a market comes about that is not replayed. */
    public enum MadeUp {
        /** Orders meet each other and those of a made-up flow, by price and time. */
        GENERATED,
        /** Made-up candles are walked, and orders meet the one price that plays. */
        SYNTHETIC;

        /** As the options write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Four generated instruments at the market's own speed. */
    public static final MarketOptions GENERATED = madeUp(MadeUp.GENERATED, List.of());

    /** Four made-up instruments at the market's own speed. */
    public static MarketOptions madeUp(MadeUp madeUp, List<String> arguments) {
        return new MarketOptions(Map.of(), madeUp, BigDecimal.ONE, arguments);
    }

    /**
     * The same market, which stands still but for steps: see {@link dev.capstan.launcher.step.StepDriver}.
     *
     * @throws IllegalArgumentException when it plays by itself or at a speed
     */
    public MarketOptions withSteps() {
        if (replays.isEmpty() && madeUp == MadeUp.GENERATED) {
            throw new IllegalArgumentException("expected --replay or --market synthetic beside --step");
        }
        if (speed.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("expected no --speed beside --step");
        }
        List<String> more = new ArrayList<>(arguments);
        more.add("--step");
        return new MarketOptions(replays, madeUp, speed, more);
    }

    public MarketOptions {
        replays = Map.copyOf(replays);
        arguments = List.copyOf(arguments);
        if (speed.signum() <= 0) {
            throw new IllegalArgumentException("expected a speed above zero, got: " + speed);
        }
    }

    /** What begins the name of its epochs. */
    String kind() {
        return replays.isEmpty() ? madeUp.word() : "replay";
    }

    /** In a fixed order, so that equal options make equal commands and one market epoch. */
    List<String> simulatorArguments() {
        List<String> words = new ArrayList<>(List.of("--speed", speed.toPlainString()));
        if (replays.isEmpty()) {
            words.addAll(List.of("--market", madeUp.word()));
        }
        new TreeMap<>(replays)
                .forEach((instrument, file) ->
                        words.addAll(List.of("--replay", instrument + "=" + file.toAbsolutePath())));
        words.addAll(arguments);
        return words;
    }
}

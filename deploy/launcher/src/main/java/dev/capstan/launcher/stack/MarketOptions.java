package dev.capstan.launcher.stack;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the simulator plays.
 *
 * @param replays kline CSV file by instrument; without any the simulator makes four synthetic instruments
 * @param speed market seconds per second
 * @param arguments further arguments of the simulator
 */
public record MarketOptions(Map<String, Path> replays, BigDecimal speed, List<String> arguments) {

    /** Four synthetic instruments at the market's own speed. */
    public static final MarketOptions SYNTHETIC = new MarketOptions(Map.of(), BigDecimal.ONE, List.of());

    public MarketOptions {
        replays = Map.copyOf(replays);
        arguments = List.copyOf(arguments);
        if (speed.signum() <= 0) {
            throw new IllegalArgumentException("expected a speed above zero, got: " + speed);
        }
    }

    /** In a fixed order, so that equal options make equal commands and one market epoch. */
    List<String> simulatorArguments() {
        List<String> words = new ArrayList<>(List.of("--speed", speed.toPlainString()));
        new TreeMap<>(replays)
                .forEach((instrument, file) ->
                        words.addAll(List.of("--replay", instrument + "=" + file.toAbsolutePath())));
        words.addAll(arguments);
        return words;
    }
}

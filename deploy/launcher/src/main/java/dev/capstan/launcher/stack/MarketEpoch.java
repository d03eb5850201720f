package dev.capstan.launcher.stack;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The name of one run of the market. It is kept while the same options play on, over restarts of the simulator, and changes with
 * them, so candles of two markets never mix in one store.
 */
public final class MarketEpoch {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private MarketEpoch() {}

    /** The epoch of the market that plays on in {@code folder}; a new one when the options are others than before. */
    public static String in(Path folder, MarketOptions options, Clock clock) {
        Path file = folder.resolve("market-epoch");
        String wanted = String.join(" ", options.simulatorArguments());
        try {
            List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (kept.size() == 2 && kept.getLast().equals(wanted)) {
                return kept.getFirst();
            }
            String name = options.kind() + "-" + NAME.format(clock.instant());
            Files.createDirectories(folder);
            Path draft = Files.writeString(folder.resolve("market-epoch.new"), name + "\n" + wanted + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException e) {
            throw new LaunchFailure("cannot keep the market epoch in " + folder, e);
        }
    }
}

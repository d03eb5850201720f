package dev.capstan.candles;

import dev.capstan.candles.kline.KlineFile;
import dev.capstan.candles.kline.KlineFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A folder of {@link ColumnFile}s, one for each kline file that was ever opened, named by what is in it: a source that changes gets
 * another, and one that moves finds its own again. All of it may be deleted at any time.
 */
public final class CandleCache {

    private static final String SUFFIX = ".columns";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Consumer<String> notices;
    private final Clock clock;

    /**
     * @param folder is made when it is not there
     * @param notices hears, in a sentence each, what a person may want to know: that a file is read, or was damaged
     */
    public CandleCache(Path folder, Consumer<String> notices) {
        this(folder, notices, Clock.systemUTC());
    }

    CandleCache(Path folder, Consumer<String> notices, Clock clock) {
        this.folder = folder;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The candles of a kline file.
     *
     * @throws KlineFileException when the file is not what it should be
     * @throws IOException when it cannot be read; a cache that cannot be written is only a notice
     */
    public CandleHistory open(Path source) throws IOException {
        SourceMark mark = SourceMark.of(source);
        Path file = folder.resolve(Sha256.digits(mark.sha256()) + SUFFIX);
        try {
            return ColumnFile.open(file, mark);
        } catch (ColumnFileException e) {
            notices.accept(e.getMessage() + "; it is built again.");
        } catch (IOException e) {
            // Not there, most likely; whatever else keeps it from being read, the source is at hand.
            notices.accept("Reading " + source + " ...");
        }
        CandleHistory history = CandleHistory.of(KlineFile.read(source));
        keep(file, history, mark);
        return history;
    }

    private void keep(Path file, CandleHistory history, SourceMark mark) {
        try {
            Files.createDirectories(folder);
            ColumnFile.removeUnfinished(folder, clock.instant().minus(ABANDONED));
            ColumnFile.write(file, history, mark);
        } catch (IOException e) {
            notices.accept("Cannot keep columns in " + folder + ": " + e + "; the next run reads the file again.");
        }
    }
}

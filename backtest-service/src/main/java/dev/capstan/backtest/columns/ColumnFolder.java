package dev.capstan.backtest.columns;

import dev.capstan.candles.CandleHistory;
import dev.capstan.candles.ColumnFile;
import dev.capstan.candles.ColumnFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of columns, the ones not used for longest removed when all of them become too large. Each is checked by hash when this process
 * opens it for the first time. All of them may be deleted at any time; a folder that cannot be written costs time and nothing else.
 */
public final class ColumnFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ColumnFolder.class);
    private static final int MOST_OPEN = 16;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;
    private final long mostBytes;
    private final Clock clock;
    private final Map<ColumnName, CandleHistory> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    /** @param mostBytes of all files together */
    public ColumnFolder(Path folder, long mostBytes, Clock clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** The candles of {@code wanted}, from a file that holds at least them. */
    synchronized Optional<CandleHistory> find(ColumnName wanted) {
        for (ColumnName name : candidates()) {
            if (name.holds(wanted)) {
                Optional<CandleHistory> found = opened(name);
                if (found.isPresent()) {
                    return found.map(history -> history.between(wanted.from(), wanted.to()));
                }
            }
        }
        return Optional.empty();
    }

    private List<ColumnName> candidates() {
        List<ColumnName> names = new ArrayList<>(open.keySet());
        files().map(file -> ColumnName.parse(file.getFileName().toString()))
                .flatMap(Optional::stream)
                .filter(name -> !open.containsKey(name))
                .forEach(names::add);
        return names;
    }

    private Optional<CandleHistory> opened(ColumnName name) {
        Path file = folder.resolve(name.file());
        try {
            CandleHistory known = open.get(name);
            CandleHistory history = known == null ? ColumnFile.open(file, name.mark()) : known;
            remember(name, history);
            touch(file);
            return Optional.of(history);
        } catch (NoSuchFileException e) {
            open.remove(name);
        } catch (ColumnFileException | IOException e) {
            LOG.warn("columns are read again: {}", e.getMessage());
            open.remove(name);
        }
        return Optional.empty();
    }

    /** A file's time says when it was last used. */
    private void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    }

    private void remember(ColumnName name, CandleHistory history) {
        open.put(name, history);
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    synchronized void keep(ColumnName name, CandleHistory history) {
        try {
            Files.createDirectories(folder);
            ColumnFile.removeUnfinished(folder, clock.instant().minus(ABANDONED));
            Path file = folder.resolve(name.file());
            ColumnFile.write(file, history, name.mark());
            touch(file);
            clean(name);
        } catch (IOException e) {
            LOG.warn("columns cannot be kept in {}: {}", folder, e.toString());
        }
    }

    /** Whoever has a removed file mapped goes on reading it. */
    private void clean(ColumnName justWritten) throws IOException {
        List<Path> byAge = files().sorted(
                        Comparator.comparing(ColumnFolder::lastUsed).reversed())
                .toList();
        long bytes = 0;
        for (Path file : byAge) {
            bytes += Files.size(file);
            if (bytes > mostBytes && !file.getFileName().toString().equals(justWritten.file())) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime lastUsed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ColumnName.SUFFIX)).toList().stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }
}

package dev.capstan.launcher.process;

import dev.capstan.launcher.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One file per running process of a data folder: what a later launcher needs to find, and to end, what an earlier one left. */
public final class ProcessRecords {

    private static final String SUFFIX = ".pid";

    private final Path folder;

    public ProcessRecords(Path folder) {
        this.folder = folder;
    }

    /** Notes a process; written aside and renamed, so a reader never sees half a line. */
    public void put(String name, ProcessIdentity identity) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(name + SUFFIX + ".new");
            Files.writeString(draft, identity.toString());
            Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchFailure("cannot note process " + name + " in " + folder, e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new LaunchFailure("cannot remove the note of process " + name, e);
        }
    }

    /** The process noted under this name, if it still runs. */
    public Optional<ProcessIdentity> alive(String name) {
        return Optional.ofNullable(allAlive().get(name));
    }

    /** Every noted process that still runs. */
    public Map<String, ProcessIdentity> allAlive() {
        Map<String, ProcessIdentity> alive = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return alive;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .forEach(file -> read(file)
                            .filter(ProcessIdentity::isAlive)
                            .ifPresent(identity -> alive.put(name(file), identity)));
        } catch (IOException | UncheckedIOException e) {
            throw new LaunchFailure("cannot read the process notes in " + folder, e);
        }
        return alive;
    }

    /** Ends what is noted and still runs, never anything by its name; gives back the names of what it ended. */
    public Map<String, ProcessIdentity> endAll(Duration limit) {
        Map<String, ProcessIdentity> alive = allAlive();
        alive.values().parallelStream().forEach(identity -> identity.end(Signal.INT, limit));
        alive.keySet().forEach(this::remove);
        return alive;
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static Optional<ProcessIdentity> read(Path file) {
        try {
            return Optional.of(ProcessIdentity.parse(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // removed meanwhile, or not ours: nothing to end by it
        }
    }
}

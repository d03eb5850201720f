package dev.capstan.backtest.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file per object below one folder, written beside its place and moved there when it is complete and on the disk. */
final class FolderObjectStore implements ObjectStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderObjectStore.class);
    private static final String UNFINISHED = ".part";

    private final Path root;

    FolderObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, Content content) {
        Path place = place(key);
        try {
            Path folder = made(place.resolveSibling(""));
            Path part = Files.createTempFile(folder, "." + place.getFileName(), UNFINISHED);
            try {
                write(part, content);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(folder);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + key, e);
        }
    }

    /** A folder is only found after a power cut when the one above it knows of it. */
    private Path made(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            for (Path made = folder; !made.equals(root); made = Objects.requireNonNull(made.getParent())) {
                flush(Objects.requireNonNull(made.getParent()));
            }
        }
        return folder;
    }

    /** A name is as durable as its folder. */
    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what a kill left half; a younger one may still be written to, by another process as well. */
    void removeUnfinished(Instant before) {
        try (Stream<Path> files =
                Files.find(root, Integer.MAX_VALUE, (file, found) -> isUnfinished(file, found, before))) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            LOG.debug("{} is not there yet", root);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("what was left half below {} is not removed: {}", root, e.toString());
        }
    }

    private static boolean isUnfinished(Path file, BasicFileAttributes found, Instant before) {
        String name = String.valueOf(file.getFileName());
        return found.isRegularFile()
                && name.startsWith(".")
                && name.endsWith(UNFINISHED)
                && found.lastModifiedTime().toInstant().isBefore(before);
    }

    private static void write(Path part, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            content.writeTo(out);
        }
        // The row that points to it is durable; the file has to be as well.
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(Files.newInputStream(place(key)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + key, e);
        }
    }

    private Path place(String key) {
        Path place = root.resolve(key).normalize();
        if (!place.startsWith(root) || place.equals(root)) {
            throw new IllegalArgumentException("expected a key below the store's folder, got: " + key);
        }
        return place;
    }
}

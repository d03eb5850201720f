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
import java.util.Optional;

/** A file per object below one folder, written beside its place and moved there when it is complete and on the disk. */
final class FolderObjectStore implements ObjectStore {

    private final Path root;

    FolderObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, Content content) {
        Path place = place(key);
        try {
            Path folder = Files.createDirectories(place.resolveSibling(""));
            Path part = Files.createTempFile(folder, "." + place.getFileName(), ".part");
            try {
                write(part, content);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + key, e);
        }
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

package dev.capstan.candles;

import dev.capstan.trading.candle.CandleColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Candles as columns in a file that is mapped into memory: a {@link ColumnHeader}, then {@link ColumnBytes}. It appears whole or not at
 * all, and whoever opens it checks every byte against its hash.
 */
public final class ColumnFile {

    private static final String UNFINISHED = ".tmp";

    private ColumnFile() {}

    /** Writes {@code history} to {@code file}, replacing what is there. A kill on the way leaves a file that ends in {@code .tmp}. */
    public static void write(Path file, CandleHistory history, SourceMark source) throws IOException {
        CandleColumns columns = history.columns();
        ColumnHeader header = new ColumnHeader(columns.intervalMillis(), columns.size(), source, history.hash());
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, file.getFileName() + ".", UNFINISHED);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            ColumnBytes.write(channel, ByteBuffer.wrap(header.bytes()));
            ColumnBytes.forEachPart(columns, part -> ColumnBytes.write(channel, part));
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what kills left in {@code folder}; one that is not as old as {@code before} may still be written to. */
    public static void removeUnfinished(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Maps {@code file} into memory.
     *
     * @param source what it has to be made of
     * @throws ColumnFileException naming the file, when it is something else or a byte of it changed
     */
    public static CandleHistory open(Path file, SourceMark source) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ColumnHeader header = header(file, channel);
            if (!header.source().equals(source)) {
                throw new ColumnFileException(
                        file, "expected columns of a source of " + source + ", got: " + header.source());
            }
            List<MappedByteBuffer> columns = columns(channel, header.rows());
            if (!hash(header.intervalMillis(), columns).equals(header.columnsHash())) {
                throw new ColumnFileException(file, "its columns changed since they were written");
            }
            List<LongBuffer> numbers =
                    columns.stream().map(MappedByteBuffer::asLongBuffer).toList();
            return new CandleHistory(CandleColumns.of(header.intervalMillis(), numbers), header.columnsHash());
        }
    }

    private static ColumnHeader header(Path file, FileChannel channel) throws IOException {
        byte[] bytes = new byte[ColumnHeader.SIZE];
        ByteBuffer room = ByteBuffer.wrap(bytes);
        while (room.hasRemaining() && channel.read(room) >= 0) {
            // until it is full or the file ends
        }
        if (room.hasRemaining()) {
            throw new ColumnFileException(file, "expected a file of candle columns, got " + channel.size() + " bytes");
        }
        ColumnHeader header = ColumnHeader.of(file, bytes);
        long expected = ColumnHeader.SIZE + header.rows() * ColumnBytes.COLUMNS * Long.BYTES;
        if (channel.size() != expected) {
            throw new ColumnFileException(file, "expected " + expected + " bytes, got " + channel.size());
        }
        return header;
    }

    private static List<MappedByteBuffer> columns(FileChannel channel, long rows) throws IOException {
        long length = rows * Long.BYTES;
        List<MappedByteBuffer> columns = new ArrayList<>();
        for (int column = 0; column < ColumnBytes.COLUMNS; column++) {
            MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, ColumnHeader.SIZE + column * length, length);
            mapped.order(ColumnBytes.ORDER);
            columns.add(mapped);
        }
        return columns;
    }

    private static String hash(long intervalMillis, List<MappedByteBuffer> columns) {
        MessageDigest digest = Sha256.digest();
        digest.update(ColumnBytes.of(intervalMillis));
        columns.forEach(column -> digest.update(column.duplicate()));
        return Sha256.text(digest.digest());
    }
}

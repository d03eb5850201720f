package dev.capstan.candles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The first bytes of a file of columns: what it is, its version, length of a candle, rows, the mark of its source, the hash of its columns,
 * and a hash of all these.
 */
record ColumnHeader(long intervalMillis, long rows, SourceMark source, String columnsHash) {

    /** A multiple of eight, so that every number of the columns lies where machines read fastest. */
    static final int SIZE = 136;

    static final int VERSION = 1;

    private static final byte[] MAGIC = "CAPSTCND".getBytes(StandardCharsets.US_ASCII);
    private static final int HASHED = SIZE - Sha256.BYTES;

    byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        ByteBuffer.wrap(bytes)
                .order(ColumnBytes.ORDER)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(ColumnBytes.COLUMNS)
                .putLong(intervalMillis)
                .putLong(rows)
                .putLong(source.size())
                .put(Sha256.bytes(source.sha256()))
                .put(Sha256.bytes(columnsHash))
                .put(hash(bytes));
        return bytes;
    }

    private static byte[] hash(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, 0, HASHED);
        return digest.digest();
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws ColumnFileException when it is something else
     */
    static ColumnHeader of(Path file, byte[] header) {
        ByteBuffer bytes = ByteBuffer.wrap(header).order(ColumnBytes.ORDER);
        if (!Arrays.equals(taken(bytes, MAGIC.length), MAGIC)) {
            throw new ColumnFileException(file, "expected a file of candle columns");
        }
        int version = bytes.getInt();
        if (version != VERSION) {
            throw new ColumnFileException(file, "expected version " + VERSION + ", got: " + version);
        }
        if (!Arrays.equals(header, HASHED, SIZE, hash(header), 0, Sha256.BYTES)
                || bytes.getInt() != ColumnBytes.COLUMNS) {
            throw new ColumnFileException(file, "its header changed since it was written");
        }
        long interval = bytes.getLong();
        long rows = bytes.getLong();
        SourceMark source = new SourceMark(bytes.getLong(), Sha256.text(taken(bytes, Sha256.BYTES)));
        return new ColumnHeader(interval, rows, source, Sha256.text(taken(bytes, Sha256.BYTES)));
    }

    private static byte[] taken(ByteBuffer bytes, int count) {
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }
}

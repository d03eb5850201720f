package dev.capstan.candles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What a file of columns was made of: enough to know its source again, wherever that lies.
 *
 * @param size of the source in bytes
 * @param sha256 of the source, {@code sha256:…}
 */
public record SourceMark(long size, String sha256) {

    private static final int BUFFER = 1 << 16;

    public SourceMark {
        if (size < 0 || !Sha256.isHash(sha256)) {
            throw new IllegalArgumentException(
                    "expected a size of zero or more and a hash, got: " + size + " and " + sha256);
        }
    }

    /** The mark of {@code file} as it is now; all of it is read. */
    public static SourceMark of(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        return new SourceMark(size, Sha256.text(digest.digest()));
    }
}

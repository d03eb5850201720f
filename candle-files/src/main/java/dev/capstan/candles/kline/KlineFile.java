package dev.capstan.candles.kline;

import dev.capstan.trading.candle.CandleColumns;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A whole kline file as columns. Nobody has to say how long its candles are: it is the smallest distance of two. Who knows should, because
 * in a sparse file no two candles may be neighbors.
 */
public final class KlineFile {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    private KlineFile() {}

    /**
     * Reads a file, plain or gzip.
     *
     * @throws KlineFileException saying what is wrong with it
     * @throws IOException when it cannot be read
     */
    public static CandleColumns read(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream text = text(bytes)) {
            return read(text);
        }
    }

    private static InputStream text(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean gzip = bytes.read() == GZIP_1 && bytes.read() == GZIP_2;
        bytes.reset();
        try {
            return gzip ? new GZIPInputStream(bytes, BUFFER) : bytes;
        } catch (ZipException | EOFException e) {
            throw KlineFileException.ofFile("expected a whole gzip file: " + e.getMessage());
        }
    }

    /**
     * Reads plain text to its end.
     *
     * @throws KlineFileException naming line and column, and what was expected there
     */
    public static CandleColumns read(InputStream text) {
        return reading(text).columns();
    }

    /**
     * Reads plain text of candles of a known length to its end.
     *
     * @throws KlineFileException naming line and column, and what was expected there
     */
    public static CandleColumns read(InputStream text, long intervalMillis) {
        return reading(text).columns(intervalMillis);
    }

    private static CandleReading reading(InputStream text) {
        KlineRows rows = new KlineRows(text);
        CandleReading reading = new CandleReading();
        while (rows.next(reading::add) != null) {
            // each row is kept by the reading
        }
        return reading;
    }
}

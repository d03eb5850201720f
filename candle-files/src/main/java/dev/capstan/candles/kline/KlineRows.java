package dev.capstan.candles.kline;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The rows of a kline file, one at a time. A first row of column names is passed over, and so are empty lines. */
public final class KlineRows {

    private static final String FIRST_NAME = KlineColumn.OPEN_TIME.text();

    private final Lines lines;
    private final KlineRow row = new KlineRow();

    /**
     * @param text plain text
     */
    public KlineRows(InputStream text) {
        this.lines = new Lines(text);
    }

    /**
     * What {@code mapping} makes of the next row; null at the end. What it refuses with an {@link IllegalArgumentException} or an {@link
     * ArithmeticException} is refused with the number of the line.
     *
     * @throws KlineFileException naming the line and what was expected there
     * @throws UncheckedIOException when the file cannot be read on
     */
    public <T> @Nullable T next(Function<KlineRow, T> mapping) {
        try {
            while (lines.next()) {
                if (!isPassedOver()) {
                    row.split(lines.line(), lines.length());
                    return mapping.apply(row);
                }
            }
            return null;
        } catch (ZipException | EOFException e) {
            throw KlineFileException.ofFile("expected a whole gzip file: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw KlineFileException.atLine(lines.number(), String.valueOf(e.getMessage()));
        }
    }

    private boolean isPassedOver() {
        return lines.length() == 0
                || (lines.number() == 1 && new String(lines.line(), 0, lines.length()).startsWith(FIRST_NAME));
    }
}

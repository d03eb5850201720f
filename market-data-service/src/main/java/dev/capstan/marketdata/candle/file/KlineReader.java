package dev.capstan.marketdata.candle.file;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.TimeRange;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kline file row by row and checks each. Times count milliseconds or, in newer files of the same form, microseconds since the epoch.
 * A first row of column names is passed over, and so are empty lines.
 */
public final class KlineReader implements CandleSource {

    /** Nine years of minutes; a small archive can hold far more than it should. */
    private static final long MOST_ROWS = 5_000_000;

    private static final long FIRST_MICROS = 100_000_000_000_000L;
    private static final long MICROS = 1_000;

    private final Lines lines;
    private final Row row = new Row();
    private final Timeframe timeframe;
    private long rows;
    private long lastOpen = -1;

    /**
     * @param text plain text
     * @param timeframe of every candle in it
     */
    public KlineReader(InputStream text, Timeframe timeframe) {
        this.lines = new Lines(text);
        this.timeframe = timeframe;
    }

    /**
     * The next candle; null at the end.
     *
     * @throws KlineFileException naming the line and what was expected there
     * @throws UncheckedIOException when the file cannot be read on
     */
    @Override
    public @Nullable Candle next() {
        try {
            while (lines.next()) {
                if (!isPassedOver()) {
                    return checked();
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
                || (lines.number() == 1 && new String(lines.line(), 0, lines.length()).startsWith(Row.COLUMNS[0]));
    }

    private Candle checked() {
        if (++rows > MOST_ROWS) {
            throw KlineFileException.ofFile("expected at most " + MOST_ROWS + " rows; import it in parts");
        }
        row.split(lines.line(), lines.length());
        long open = openTime();
        if (open <= lastOpen) {
            throw row.wrong(0, "a later time than in the row before");
        }
        lastOpen = open;
        return new Candle(
                Instant.ofEpochMilli(open),
                Price.of(row.decimal(1)),
                Price.of(row.decimal(2)),
                Price.of(row.decimal(3)),
                Price.of(row.decimal(4)),
                Quantity.of(row.decimal(5)),
                Money.of(row.decimal(7)),
                row.whole(8),
                Quantity.of(row.decimal(9)),
                Money.of(row.decimal(10)));
    }

    /** In milliseconds. */
    private long openTime() {
        long open = row.whole(0);
        long unit = open >= FIRST_MICROS ? MICROS : 1;
        long length = timeframe.millis() * unit;
        if (open % length != 0 || open / unit >= TimeRange.LATEST.toEpochMilli()) {
            throw row.wrong(0, "the open time of a candle of " + timeframe);
        }
        long close = row.whole(6);
        if (close < open || close >= open + length) {
            throw row.wrong(
                    6, "a time from " + open + " to " + (open + length - 1) + ", within a candle of " + timeframe);
        }
        return open / unit;
    }
}

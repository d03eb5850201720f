package dev.capstan.marketdata.candle.file;

import static dev.capstan.candles.kline.KlineColumn.CLOSE;
import static dev.capstan.candles.kline.KlineColumn.CLOSE_TIME;
import static dev.capstan.candles.kline.KlineColumn.COUNT;
import static dev.capstan.candles.kline.KlineColumn.HIGH;
import static dev.capstan.candles.kline.KlineColumn.LOW;
import static dev.capstan.candles.kline.KlineColumn.OPEN;
import static dev.capstan.candles.kline.KlineColumn.OPEN_TIME;
import static dev.capstan.candles.kline.KlineColumn.QUOTE_VOLUME;
import static dev.capstan.candles.kline.KlineColumn.TAKER_BUY_QUOTE_VOLUME;
import static dev.capstan.candles.kline.KlineColumn.TAKER_BUY_VOLUME;
import static dev.capstan.candles.kline.KlineColumn.VOLUME;

import dev.capstan.candles.kline.KlineFileException;
import dev.capstan.candles.kline.KlineRow;
import dev.capstan.candles.kline.KlineRows;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.TimeRange;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a kline file row by row and checks each against the timeframe that it is said to have. */
public final class KlineReader implements CandleSource {

    /** Nine years of minutes; a small archive can hold far more than it should. */
    private static final long MOST_ROWS = 5_000_000;

    private final KlineRows file;
    private final Timeframe timeframe;
    private long rows;
    private long lastOpen = -1;

    /**
     * @param text plain text
     * @param timeframe of every candle in it
     */
    public KlineReader(InputStream text, Timeframe timeframe) {
        this.file = new KlineRows(text);
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
        return file.next(this::checked);
    }

    private Candle checked(KlineRow row) {
        if (++rows > MOST_ROWS) {
            throw KlineFileException.ofFile("expected at most " + MOST_ROWS + " rows; import it in parts");
        }
        long open = openTime(row);
        if (open <= lastOpen) {
            throw row.wrong(OPEN_TIME, "a later time than in the row before");
        }
        lastOpen = open;
        return new Candle(
                Instant.ofEpochMilli(open),
                Price.of(row.decimal(OPEN)),
                Price.of(row.decimal(HIGH)),
                Price.of(row.decimal(LOW)),
                Price.of(row.decimal(CLOSE)),
                Quantity.of(row.decimal(VOLUME)),
                Money.of(row.decimal(QUOTE_VOLUME)),
                row.whole(COUNT),
                Quantity.of(row.decimal(TAKER_BUY_VOLUME)),
                Money.of(row.decimal(TAKER_BUY_QUOTE_VOLUME)));
    }

    /** In milliseconds. */
    private long openTime(KlineRow row) {
        long open = row.whole(OPEN_TIME);
        long unit = row.timeUnit();
        long length = timeframe.millis() * unit;
        if (open % length != 0 || open / unit >= TimeRange.LATEST.toEpochMilli()) {
            throw row.wrong(OPEN_TIME, "the open time of a candle of " + timeframe);
        }
        long close = row.whole(CLOSE_TIME);
        if (close < open || close >= open + length) {
            throw row.wrong(
                    CLOSE_TIME,
                    "a time from " + open + " to " + (open + length - 1) + ", within a candle of " + timeframe);
        }
        return open / unit;
    }
}

package dev.capstan.marketdata.candle.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is of candles that somebody would like to read.
 *
 * @param timeframe the one they would have
 * @param basis the stored series that gives them: their own, or the one they are added up from
 * @param stretch what is stored of it there
 */
public record Coverage(Timeframe timeframe, Series basis, Stretch stretch) {

    /** Open time of the first candle; null when there is none. */
    public @Nullable Instant firstOpenTime() {
        Instant first = stretch.firstOpenTime();
        return first == null || lastOpenTime() == null ? null : timeframe.openOf(first);
    }

    /** Open time of the last one that is over; null when there is none. */
    public @Nullable Instant lastOpenTime() {
        Instant first = stretch.firstOpenTime();
        Instant last = stretch.lastOpenTime();
        if (first == null || last == null) {
            return null;
        }
        Instant known = basis.key().timeframe().next(basis.lastOpenTime());
        Instant open = timeframe.openOf(last);
        Instant over = timeframe.next(open).isAfter(known) ? open.minus(timeframe.length()) : open;
        return over.isBefore(timeframe.openOf(first)) ? null : over;
    }
}

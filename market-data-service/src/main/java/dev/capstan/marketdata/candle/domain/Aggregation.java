package dev.capstan.marketdata.candle.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds candles up to longer ones: open of the first, close of the last, highest, lowest, sums. A candle that is missing is left out of the
 * sum, as it has no trades to add; a longer candle of which none is stored does not exist.
 */
public final class Aggregation {

    private final Timeframe timeframe;
    private @Nullable Candle sum;

    /** @param timeframe of the sums */
    public Aggregation(Timeframe timeframe) {
        this.timeframe = timeframe;
    }

    /** Takes the next candle in time order; the sum that it completes, when it begins another. */
    public Optional<Candle> add(Candle part) {
        Candle before = sum;
        Instant open = timeframe.openOf(part.openTime());
        if (before != null && before.openTime().equals(open)) {
            sum = before.plus(part, open);
            return Optional.empty();
        }
        sum = part.opening(open);
        return Optional.ofNullable(before).map(Candle::trimmed);
    }

    /**
     * The last sum, if it is over.
     *
     * @param known until when all parts are known; a sum that ends later is still running and is not given
     */
    public Optional<Candle> last(Instant known) {
        return Optional.ofNullable(sum)
                .filter(candle -> !timeframe.next(candle.openTime()).isAfter(known))
                .map(Candle::trimmed);
    }
}

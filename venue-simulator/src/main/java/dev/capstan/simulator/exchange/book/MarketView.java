package dev.capstan.simulator.exchange.book;

import dev.capstan.simulator.market.Candle;
import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Klines;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Position;
import org.jspecify.annotations.Nullable;

/**
 * One instrument's market at a moment.
 *
 * @param running the running candle, where it is not simply the part of the whole one that has played
 */
public record MarketView(
        Listing listing,
        CandleSeries series,
        Position position,
        long price,
        @Nullable Candle running) {

    /** The candles known at that moment. */
    public Klines klines() {
        return new Klines(series, position, listing.tick(), running);
    }
}

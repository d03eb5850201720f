package dev.capstan.simulator.exchange.book;

import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Klines;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Position;

/** One instrument's market at a moment. */
public record MarketView(Listing listing, CandleSeries series, Position position, long price) {

    /** The candles known at that moment. */
    public Klines klines() {
        return new Klines(series, position, listing.tick());
    }
}

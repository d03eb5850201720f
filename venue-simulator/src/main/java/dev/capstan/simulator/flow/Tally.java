package dev.capstan.simulator.flow;

import dev.capstan.simulator.market.Candle;
import dev.capstan.trading.fill.Bar;
import dev.capstan.trading.fixed.Decimal8;

/** The trades of a minute, as the candle they make. */
public final class Tally {

    private long open;
    private long high;
    private long low = Long.MAX_VALUE;
    private long close;
    private long volume;
    private long quoteVolume;
    private long count;
    private long takerVolume;
    private long takerQuoteVolume;

    /** One more trade. */
    public void add(long price, long quantity, boolean buyerIsMaker) {
        long quote = Decimal8.amount(price, quantity);
        open = count == 0 ? price : open;
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume += quantity;
        quoteVolume += quote;
        count++;
        if (!buyerIsMaker) {
            takerVolume += quantity;
            takerQuoteVolume += quote;
        }
    }

    /** The price of the last trade; 0 before there was one. */
    public long close() {
        return close;
    }

    /** The candle so far, of the minute that opens at {@code openTime}; before the first trade it stands at {@code otherwise}. */
    Candle candle(long openTime, long millis, long otherwise) {
        Bar bar = count == 0
                ? new Bar(otherwise, otherwise, otherwise, otherwise, 0)
                : new Bar(open, high, low, close, volume);
        return new Candle(openTime, openTime + millis - 1, bar, quoteVolume, count, takerVolume, takerQuoteVolume);
    }
}

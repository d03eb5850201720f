package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.OrderType;
import dev.capstan.simulator.market.Decimal8;
import dev.capstan.simulator.market.Listing;

/** The instrument's rules for an order, each under its published name. */
final class Filters {

    private Filters() {}

    static void check(Listing listing, OrderRequest request, long playing, int openOrders) {
        if (request.type() == OrderType.LIMIT) {
            priceFilter(listing, request.price());
            percentPrice(request.price(), playing);
        }
        lotSize(listing, request.quantity());
        notional(listing, request, playing);
        if (openOrders >= Listing.MAX_OPEN_ORDERS) {
            throw refused("MAX_NUM_ORDERS");
        }
    }

    private static void priceFilter(Listing listing, long price) {
        if (price < listing.tick() || price > Listing.MAX_PRICE || price % listing.tick() != 0) {
            throw refused("PRICE_FILTER");
        }
    }

    private static void percentPrice(long price, long playing) {
        boolean tooHigh = price / Listing.PRICE_MULTIPLIER > playing;
        boolean tooLow = price < playing / Listing.PRICE_MULTIPLIER;
        if (tooHigh || tooLow) {
            throw refused("PERCENT_PRICE_BY_SIDE");
        }
    }

    private static void lotSize(Listing listing, long quantity) {
        if (quantity < listing.step() || quantity > Listing.MAX_QUANTITY || quantity % listing.step() != 0) {
            throw refused("LOT_SIZE");
        }
    }

    private static void notional(Listing listing, OrderRequest request, long playing) {
        long price = request.type() == OrderType.LIMIT ? request.price() : playing;
        if (Decimal8.amount(price, request.quantity()) < listing.minNotional()) {
            throw refused("NOTIONAL");
        }
    }

    private static RefusedException refused(String filter) {
        return new RefusedException(Refusal.FILTER, filter);
    }
}

package dev.capstan.simulator.exchange.placing;

import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.Trailing;
import dev.capstan.simulator.market.Decimal8;
import dev.capstan.simulator.market.Listing;

/** The instrument's rules for an order, each under its published name. */
final class Filters {

    private Filters() {}

    /** Refuses {@code request} for what it asks by itself. */
    static void check(Listing listing, OrderRequest request, long playing) {
        if (request.type().hasLimit()) {
            priceFilter(listing, request.price());
            percentPrice(request.price(), playing);
        }
        Trailing trailing = request.trailing();
        if (trailing == null ? request.type().isConditional() : request.stopPrice() > 0) {
            priceFilter(listing, request.stopPrice());
        }
        if (trailing != null
                && (trailing.delta() < Listing.LEAST_TRAILING_DELTA
                        || trailing.delta() > Listing.MOST_TRAILING_DELTA)) {
            throw refused("TRAILING_DELTA");
        }
        lotSize(listing, request.quantity());
        iceberg(listing, request.icebergQuantity(), request.quantity());
        notional(listing, request.worthAt(playing), request.quantity());
    }

    /** Refuses when {@code after} would be open at once. */
    static void checkCounts(OpenOrders after) {
        if (after.all() > Listing.MAX_OPEN_ORDERS) {
            throw refused("MAX_NUM_ORDERS");
        }
        if (after.algo() > Listing.MAX_ALGO_ORDERS) {
            throw refused("MAX_NUM_ALGO_ORDERS");
        }
        if (after.iceberg() > Listing.MAX_ICEBERG_ORDERS) {
            throw refused("MAX_NUM_ICEBERG_ORDERS");
        }
    }

    /** Refuses {@code order} for what it would be worth with {@code quantity}. */
    static void checkSmaller(Listing listing, Order order, long quantity) {
        lotSize(listing, quantity);
        iceberg(listing, order.details().icebergQuantity(), quantity);
        notional(listing, order.worthAt(0), quantity);
    }

    /** Refuses one more amendment of an order that had {@code made}. */
    static void checkAmendments(int made) {
        if (made >= Listing.MAX_AMENDMENTS) {
            throw refused("MAX_NUM_ORDER_AMENDS");
        }
    }

    /** Refuses one more list when {@code open} are there. */
    static void checkLists(int open) {
        if (open >= Listing.MAX_ORDER_LISTS) {
            throw refused("MAX_NUM_ORDER_LISTS");
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

    private static void iceberg(Listing listing, long shown, long quantity) {
        if (shown == 0) {
            return;
        }
        lotSize(listing, shown);
        if (shown > quantity) {
            throw new RefusedException(Refusal.ICEBERG_EXCEEDS_QUANTITY, "");
        }
        if (Math.ceilDiv(quantity, shown) > Listing.MAX_ICEBERG_PARTS) {
            throw refused("ICEBERG_PARTS");
        }
    }

    private static void notional(Listing listing, long price, long quantity) {
        if (Decimal8.isWorthMore(price, quantity, Listing.MAX_NOTIONAL)
                || Decimal8.amount(price, quantity) < listing.minNotional()) {
            throw refused("NOTIONAL");
        }
    }

    private static RefusedException refused(String filter) {
        return new RefusedException(Refusal.FILTER, filter);
    }
}

package dev.capstan.simulator.exchange.placing;

import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.order.Trailing;
import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.VenueWide;
import dev.capstan.trading.fixed.Decimal8;

/** The instrument's rules for an order, each under its published name. */
final class Filters {

    private Filters() {}

    /** Refuses {@code request} for what it asks by itself. */
    static void check(Listing listing, OrderRequest request, long playing) {
        if (request.type().hasLimit()) {
            priceFilter(listing, request.price());
            percentPrice(listing, request.price(), playing);
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
        if (request.type() == OrderType.MARKET && request.quantity() > Listing.MAX_MARKET_QUANTITY) {
            throw refused("MARKET_LOT_SIZE");
        }
        iceberg(listing, request.icebergQuantity(), request.quantity());
        notional(listing, request.worthAt(playing), request.quantity());
        maxAsset(listing, request.worthAt(playing), request.quantity());
    }

    /** Refuses when an account might come to have {@code most} of the base asset. */
    static void checkPosition(long most) {
        if (most > Listing.MAX_POSITION) {
            throw refused("MAX_POSITION");
        }
    }

    /** Refuses when {@code after} would be open at once on the whole venue. */
    static void checkVenueCounts(OpenOrders after) {
        if (after.all() > VenueWide.MAX_OPEN_ORDERS) {
            throw refused("EXCHANGE_MAX_NUM_ORDERS");
        }
        if (after.algo() > VenueWide.MAX_ALGO_ORDERS) {
            throw refused("EXCHANGE_MAX_NUM_ALGO_ORDERS");
        }
        if (after.iceberg() > VenueWide.MAX_ICEBERG_ORDERS) {
            throw refused("EXCHANGE_MAX_NUM_ICEBERG_ORDERS");
        }
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

    /** Refuses one more list when {@code here} are open in the instrument, and {@code everywhere} on the venue. */
    static void checkLists(int here, int everywhere) {
        if (here >= Listing.MAX_ORDER_LISTS) {
            throw refused("MAX_NUM_ORDER_LISTS");
        }
        if (everywhere >= VenueWide.MAX_ORDER_LISTS) {
            throw refused("EXCHANGE_MAX_NUM_ORDER_LISTS");
        }
    }

    private static void priceFilter(Listing listing, long price) {
        if (price < listing.tick() || price > Listing.MAX_PRICE || price % listing.tick() != 0) {
            throw refused("PRICE_FILTER");
        }
    }

    private static void percentPrice(Listing listing, long price, long playing) {
        boolean tooHigh = price / Listing.PRICE_MULTIPLIER > playing;
        boolean tooLow = price < playing / Listing.PRICE_MULTIPLIER;
        if (tooHigh || tooLow) {
            throw refused(listing.olderFilters() ? "PERCENT_PRICE" : "PERCENT_PRICE_BY_SIDE");
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
        boolean tooMuch = Decimal8.isWorthMore(price, quantity, Listing.MAX_NOTIONAL);
        if (tooMuch && listing.olderFilters()) {
            // No filter forbids it, but larger amounts need not fit into a number, and nobody has so much.
            throw new RefusedException(Refusal.INSUFFICIENT_BALANCE, "");
        }
        if (tooMuch || Decimal8.amount(price, quantity) < listing.minNotional()) {
            throw refused(listing.olderFilters() ? "MIN_NOTIONAL" : "NOTIONAL");
        }
    }

    private static void maxAsset(Listing listing, long price, long quantity) {
        if (quantity > VenueWide.maxOf(listing.baseAsset())
                || Decimal8.amount(price, quantity) > VenueWide.maxOf(listing.quoteAsset())) {
            throw refused("MAX_ASSET");
        }
    }

    private static RefusedException refused(String filter) {
        return new RefusedException(Refusal.FILTER, filter);
    }
}

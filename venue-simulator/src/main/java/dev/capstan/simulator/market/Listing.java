package dev.capstan.simulator.market;

import dev.capstan.trading.fixed.Decimal8;

/**
 * An instrument as this venue lists it; numbers in hundred-millionths.
 *
 * @param tick smallest step of a price
 * @param step smallest step of a quantity
 * @param minNotional least value of an order in the quote asset
 * @param synthetic whether its market is made up and not replayed from a file
 * @param olderFilters whether it has MIN_NOTIONAL and PERCENT_PRICE, as some instruments still do, and not NOTIONAL and
 *     PERCENT_PRICE_BY_SIDE
 */
public record Listing(
        String symbol,
        String baseAsset,
        String quoteAsset,
        long tick,
        long step,
        long minNotional,
        boolean synthetic,
        boolean olderFilters) {

    public Listing {
        if (tick <= 0 || step <= 0 || tick * step % Decimal8.ONE != 0) {
            throw new IllegalArgumentException("expected a tick and a step whose product has at most 8 places, got: "
                    + Decimal8.text(tick) + " and " + Decimal8.text(step) + " for " + symbol);
        }
    }

    /** Largest quantity of one order. */
    public static final long MAX_QUANTITY = 9_000_000L * Decimal8.ONE;

    /** Largest quantity of one market order. */
    public static final long MAX_MARKET_QUANTITY = 1_000_000L * Decimal8.ONE;

    /** The most of the base asset that an account may have, with all its open bids filled. */
    public static final long MAX_POSITION = 20_000_000L * Decimal8.ONE;

    /** Largest price of one order. */
    public static final long MAX_PRICE = 1_000_000_000L * Decimal8.ONE;

    /** Largest value of one order in the quote asset. */
    public static final long MAX_NOTIONAL = 9_000_000_000L * Decimal8.ONE;

    /** Most orders one account may have open. */
    public static final int MAX_OPEN_ORDERS = 200;

    /** Most orders one account may have waiting for a stop price. */
    public static final int MAX_ALGO_ORDERS = 5;

    /** Most orders one account may have open of which only a part is shown. */
    public static final int MAX_ICEBERG_ORDERS = 5;

    /** Into how many parts such an order may fall. */
    public static final int MAX_ICEBERG_PARTS = 10;

    /** Most order lists one account may have open. */
    public static final int MAX_ORDER_LISTS = 20;

    /** How near a trailing stop may follow, and how far off, in hundredths of a percent. */
    public static final int LEAST_TRAILING_DELTA = 10;

    public static final int MOST_TRAILING_DELTA = 2_000;

    /** How often one order may be made smaller. */
    public static final int MAX_AMENDMENTS = 10;

    /** A bid may be this many times the price now playing; an ask at least its inverse. */
    public static final int PRICE_MULTIPLIER = 5;
}

package dev.capstan.simulator.market;

import dev.capstan.trading.fixed.Decimal8;
import java.util.Map;

/** What the venue limits across its instruments. */
public final class VenueWide {

    /** Most orders one account may have open. */
    public static final int MAX_OPEN_ORDERS = 500;

    /** Most orders one account may have waiting for a stop price. */
    public static final int MAX_ALGO_ORDERS = 12;

    /** Most orders one account may have open of which only a part is shown. */
    public static final int MAX_ICEBERG_ORDERS = 12;

    /** Most order lists one account may have open. */
    public static final int MAX_ORDER_LISTS = 50;

    private static final Map<String, Long> MAX_OF_ASSET = Map.of("BTC", 5_000 * Decimal8.ONE);

    private VenueWide() {}

    /** The most of {@code asset} that one order may trade, in hundred-millionths, be it the base or the quote asset. */
    public static long maxOf(String asset) {
        return MAX_OF_ASSET.getOrDefault(asset, Long.MAX_VALUE);
    }

    /** Whether orders are limited in {@code asset}. */
    public static boolean limits(String asset) {
        return MAX_OF_ASSET.containsKey(asset);
    }
}

package dev.capstan.simulator.exchange.order;

import dev.capstan.contracts.value.Side;

/**
 * One fill of an account's order; numbers in hundred-millionths, time in microseconds.
 *
 * @param maker whether the order was resting
 * @param bar number of the bar it traded in, {@link #NO_BAR} where it belongs to none
 * @param listId of the list its order belongs to, 0 for none
 */
public record Trade(
        long id,
        long uid,
        String symbol,
        long orderId,
        Side side,
        long price,
        long quantity,
        long quote,
        long commission,
        String commissionAsset,
        boolean maker,
        long at,
        long bar,
        long listId) {

    /** Of a trade at a price held by hand, which is in no candle of a generated market. */
    public static final long NO_BAR = -1;
}

package dev.capstan.simulator.exchange.order;

import org.jspecify.annotations.Nullable;

/**
 * What only some orders have; 0 for what this one has not.
 *
 * @param listId of the list it belongs to
 * @param workingAt since when it can trade, in microseconds; 0 while it waits for its stop price or for another order
 * @param trailing how its stop follows the market, if it does
 */
public record OrderDetails(
        long stopPrice,
        long quoteQuantity,
        long icebergQuantity,
        long strategyId,
        long strategyType,
        long listId,
        long workingAt,
        @Nullable ExpiryReason expiryReason,
        @Nullable Trailing trailing) {

    /**
     * @param liveSince 0 while it waits for another order
     */
    static OrderDetails of(OrderRequest request, long listId, long workingAt, long liveSince) {
        boolean follows = liveSince > 0 && request.stopPrice() == 0;
        return new OrderDetails(
                request.stopPrice(),
                request.quoteQuantity(),
                request.icebergQuantity(),
                request.strategyId(),
                request.strategyType(),
                listId,
                workingAt,
                null,
                request.trailing() != null && follows ? request.trailing().begun(liveSince) : request.trailing());
    }

    /** Those of an order that has nothing special. */
    static OrderDetails plain(long workingAt) {
        return new OrderDetails(0, 0, 0, 0, 0, 0, workingAt, null, null);
    }

    OrderDetails workingSince(long now) {
        return new OrderDetails(
                stopPrice,
                quoteQuantity,
                icebergQuantity,
                strategyId,
                strategyType,
                listId,
                now,
                expiryReason,
                trailing);
    }

    OrderDetails expired(@Nullable ExpiryReason reason) {
        return new OrderDetails(
                stopPrice,
                quoteQuantity,
                icebergQuantity,
                strategyId,
                strategyType,
                listId,
                workingAt,
                reason,
                trailing);
    }

    OrderDetails trailing(Trailing next) {
        return new OrderDetails(
                stopPrice,
                quoteQuantity,
                icebergQuantity,
                strategyId,
                strategyType,
                listId,
                workingAt,
                expiryReason,
                next);
    }
}

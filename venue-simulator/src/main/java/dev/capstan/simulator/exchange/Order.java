package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.market.Decimal8;

/**
 * An order as it stands; it never changes, a change makes another one. Numbers are in hundred-millionths, times in microseconds.
 *
 * @param uid the account's number
 * @param price limit, 0 for a market order
 * @param quoteExecuted what its fills came to in the quote asset
 */
public record Order(
        long id,
        long uid,
        String symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long price,
        long quantity,
        long executed,
        long quoteExecuted,
        OrderStatus status,
        long createdAt,
        long updatedAt) {

    static Order accepted(long id, long uid, OrderRequest request, long now) {
        return new Order(
                id,
                uid,
                request.symbol(),
                request.clientOrderId(),
                request.side(),
                request.type(),
                request.timeInForce(),
                request.price(),
                request.quantity(),
                0,
                0,
                OrderStatus.NEW,
                now,
                now);
    }

    /** What is not filled yet. */
    public long leaves() {
        return quantity - executed;
    }

    /** Whether it waits in the book. */
    public boolean rests() {
        return status.isOpen() && type == OrderType.LIMIT;
    }

    /** What the account cannot use while the order rests: quote asset of a buy, base asset of a sell. */
    long lockedFunds() {
        if (!rests()) {
            return 0;
        }
        return side == Side.BUY ? Decimal8.amountAtMost(price, leaves()) : leaves();
    }

    Order filled(long lastQuantity, long quote, long now) {
        OrderStatus next = lastQuantity == leaves() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        return with(executed + lastQuantity, quoteExecuted + quote, next, now);
    }

    Order canceled(long now) {
        return with(executed, quoteExecuted, OrderStatus.CANCELED, now);
    }

    Order expired(long now) {
        return with(executed, quoteExecuted, OrderStatus.EXPIRED, now);
    }

    private Order with(long newExecuted, long newQuote, OrderStatus newStatus, long now) {
        return new Order(
                id,
                uid,
                symbol,
                clientOrderId,
                side,
                type,
                timeInForce,
                price,
                quantity,
                newExecuted,
                newQuote,
                newStatus,
                createdAt,
                now);
    }
}

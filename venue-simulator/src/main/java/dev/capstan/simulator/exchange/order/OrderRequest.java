package dev.capstan.simulator.exchange.order;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.trading.fixed.Decimal8;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants placed; numbers in hundred-millionths, 0 for what the type does not have.
 *
 * @param quoteQuantity what a market order is worth, instead of a quantity
 * @param icebergQuantity how much of it is shown, 0 for all
 * @param strategyId the client's own mark, 0 for none; {@code strategyType} likewise
 * @param trailing how its stop is to follow the market, if it is
 */
public record OrderRequest(
        String symbol,
        String clientOrderId,
        Side side,
        OrderType type,
        TimeInForce timeInForce,
        long price,
        long quantity,
        long quoteQuantity,
        long stopPrice,
        long icebergQuantity,
        long strategyId,
        long strategyType,
        @Nullable Trailing trailing) {

    public OrderRequest withQuantity(long other) {
        return with(other, trailing);
    }

    /** The same, with the price that a trailing stop's funds are reckoned with while {@code playing} plays. */
    public OrderRequest reckoned(long playing, long tick) {
        return trailing == null ? this : with(quantity, trailing.reckoned(side, stopPrice, playing, tick));
    }

    private OrderRequest with(long otherQuantity, @Nullable Trailing otherTrailing) {
        return new OrderRequest(
                symbol,
                clientOrderId,
                side,
                type,
                timeInForce,
                price,
                otherQuantity,
                quoteQuantity,
                stopPrice,
                icebergQuantity,
                strategyId,
                strategyType,
                otherTrailing);
    }

    /** The funds it takes to fill it while {@code playing} plays: quote asset of a buy, base asset of a sell. */
    public long needs(long playing) {
        return side == Side.BUY ? Decimal8.amountAtMost(worthAt(playing), quantity) : quantity;
    }

    /** The price its value and its funds are reckoned with while {@code playing} plays. */
    public long worthAt(long playing) {
        if (type.hasLimit()) {
            return price;
        }
        return trailing != null ? trailing.worth() : type.isConditional() ? stopPrice : playing;
    }
}

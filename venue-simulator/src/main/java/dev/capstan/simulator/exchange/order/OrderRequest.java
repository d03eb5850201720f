package dev.capstan.simulator.exchange.order;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.market.Decimal8;

/**
 * What a client wants placed; numbers in hundred-millionths, 0 for what the type does not have.
 *
 * @param quoteQuantity what a market order is worth, instead of a quantity
 * @param icebergQuantity how much of it is shown, 0 for all
 * @param strategyId the client's own mark, 0 for none; {@code strategyType} likewise
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
        long strategyType) {

    public OrderRequest withQuantity(long other) {
        return new OrderRequest(
                symbol,
                clientOrderId,
                side,
                type,
                timeInForce,
                price,
                other,
                quoteQuantity,
                stopPrice,
                icebergQuantity,
                strategyId,
                strategyType);
    }

    /** The funds it takes to fill it while {@code playing} plays: quote asset of a buy, base asset of a sell. */
    public long needs(long playing) {
        return side == Side.BUY ? Decimal8.amountAtMost(worthAt(playing), quantity) : quantity;
    }

    /** The price its value and its funds are reckoned with while {@code playing} plays. */
    public long worthAt(long playing) {
        return type.hasLimit() ? price : type.isConditional() ? stopPrice : playing;
    }
}

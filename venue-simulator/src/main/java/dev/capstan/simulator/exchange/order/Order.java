package dev.capstan.simulator.exchange.order;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.trading.fill.Trigger;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands; it never changes, a change makes another one. Numbers are in hundred-millionths, times in microseconds.
 *
 * @param uid the account's number
 * @param price limit, 0 for an order without one
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
        long updatedAt,
        OrderDetails details) {

    // A journal from before there were details leaves them out.
    @SuppressWarnings("NullAway")
    public Order {
        details = details == null ? OrderDetails.plain(createdAt) : details;
    }

    /** An order that was taken; it works at once unless it has to wait for its stop price or, {@code pending}, for another order. */
    public static Order accepted(long id, long uid, OrderRequest request, long listId, boolean pending, long now) {
        boolean waits = pending || request.type().isConditional();
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
                pending ? OrderStatus.PENDING_NEW : OrderStatus.NEW,
                now,
                now,
                OrderDetails.of(request, listId, waits ? 0 : now, pending ? 0 : now));
    }

    /** What is not filled yet. */
    public long leaves() {
        return quantity - executed;
    }

    /** How much of it others see while it rests. */
    public long shown() {
        return details.icebergQuantity() == 0 ? leaves() : Math.min(leaves(), details.icebergQuantity());
    }

    /** Whether the market can fill it. */
    public boolean works() {
        return details.workingAt() > 0;
    }

    /** Whether it waits in the book. */
    public boolean rests() {
        return status.isLive() && type.hasLimit() && works();
    }

    /** What it waits for, if it waits for its stop price or for the market to turn away from its best price. */
    public Optional<Trigger> trigger() {
        Trailing trailing = details.trailing();
        if (!status.isLive() || !type.isConditional() || works()) {
            return Optional.empty();
        }
        if (trailing != null && trailing.follows()) {
            return Optional.of(new Trigger(trailing.stop(), side == Side.BUY));
        }
        return details.stopPrice() == 0 ? Optional.empty() : Optional.of(type.trigger(side, details.stopPrice()));
    }

    /** Whether its stop follows the market, or is going to. */
    public boolean isTrailing() {
        return details.trailing() != null && status.isOpen() && !works();
    }

    /** Whether its stop has to be set off first, by its stop price, and then follows. */
    public boolean followsLater() {
        return isTrailing()
                && details.stopPrice() > 0
                && !Objects.requireNonNull(details.trailing()).follows();
    }

    /** Its stop follows the market from {@code playing} on. */
    public Order followingFrom(long playing, long tick, long now) {
        Trailing trailing = details.trailing();
        return trailing == null ? this : withTrailing(trailing.begun(side, playing, tick, now));
    }

    /** Its stop as {@code playing} leaves it. */
    public Order followed(long playing, long tick) {
        Trailing trailing = details.trailing();
        return trailing == null || !trailing.follows() || !isTrailing()
                ? this
                : withTrailing(trailing.moved(side, playing, tick));
    }

    private Order withTrailing(Trailing next) {
        return with(executed, quoteExecuted, status, details.trailing(next), updatedAt);
    }

    /**
     * What it alone would keep the account from using: quote asset of a buy, base asset of a sell. Two orders of which only one can fill
     * keep the larger of both.
     */
    public long lockedFunds() {
        return status.isLive() && type != OrderType.MARKET ? needs(0) : 0;
    }

    /** The funds it takes to fill it while {@code playing} plays. */
    public long needs(long playing) {
        return side == Side.BUY ? Decimal8.amountAtMost(worthAt(playing), leaves()) : leaves();
    }

    /** The price its value and its funds are reckoned with while {@code playing} plays. */
    public long worthAt(long playing) {
        Trailing trailing = details.trailing();
        if (type.hasLimit()) {
            return price;
        }
        return trailing != null ? trailing.worth() : type.isConditional() ? details.stopPrice() : playing;
    }

    public Order filled(long lastQuantity, long quote, long now) {
        OrderStatus next = lastQuantity == leaves() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        return with(executed + lastQuantity, quoteExecuted + quote, next, details, now);
    }

    public Order canceled(long now) {
        return with(executed, quoteExecuted, OrderStatus.CANCELED, details, now);
    }

    public Order expired(@Nullable ExpiryReason reason, long now) {
        return with(executed, quoteExecuted, OrderStatus.EXPIRED, details.expired(reason), now);
    }

    /** It would have traded with an order of its own account. */
    public Order prevented(long now) {
        return with(executed, quoteExecuted, OrderStatus.EXPIRED_IN_MATCH, details, now);
    }

    public Order rejected(long now) {
        return with(executed, quoteExecuted, OrderStatus.REJECTED, details, now);
    }

    /** Its turn has come: from now on it waits for the market. */
    public Order activated(long now) {
        OrderDetails next = type.isConditional() ? details : details.workingSince(now);
        return with(executed, quoteExecuted, OrderStatus.NEW, next, now);
    }

    /** Its stop price has been touched. */
    public Order triggered(long now) {
        return with(executed, quoteExecuted, status, details.workingSince(now), now);
    }

    /** Made smaller, under another id of the client's. */
    public Order amended(String newClientOrderId, long newQuantity, long now) {
        return new Order(
                id,
                uid,
                symbol,
                newClientOrderId,
                side,
                type,
                timeInForce,
                price,
                newQuantity,
                executed,
                quoteExecuted,
                status,
                createdAt,
                now,
                details);
    }

    private Order with(long newExecuted, long newQuote, OrderStatus newStatus, OrderDetails newDetails, long now) {
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
                now,
                newDetails);
    }
}

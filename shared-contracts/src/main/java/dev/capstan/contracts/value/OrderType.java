package dev.capstan.contracts.value;

import static dev.capstan.contracts.value.TimeInForce.FOK;
import static dev.capstan.contracts.value.TimeInForce.GTC;
import static dev.capstan.contracts.value.TimeInForce.IOC;

import java.util.List;

/**
 * Kind of an order (FIX 40): what it waits for, and what it is once nothing holds it back.
 *
 * <p>A type with a trigger price waits until the market touches that price; a stop loss waits on the side where the market has moved
 * against its owner (a purchase above the market, a sale below it), a take profit on the other.
 */
public enum OrderType {
    /** Fills at once at the price now playing; what the market does not give expires. */
    MARKET(false, false),

    /** Fills at the limit price or better. */
    LIMIT(true, false),

    /** A limit order that only ever rests: refused by the venue when it would trade at once. */
    POST_ONLY(true, false),

    /** Becomes a market order at its trigger. */
    STOP_LOSS(false, true),

    /** Becomes a limit order at its trigger; also called stop-limit. */
    STOP_LOSS_LIMIT(true, true),

    /** Becomes a market order at its trigger. */
    TAKE_PROFIT(false, true),

    /** Becomes a limit order at its trigger. */
    TAKE_PROFIT_LIMIT(true, true);

    private final boolean hasLimitPrice;
    private final boolean hasTriggerPrice;

    OrderType(boolean hasLimitPrice, boolean hasTriggerPrice) {
        this.hasLimitPrice = hasLimitPrice;
        this.hasTriggerPrice = hasTriggerPrice;
    }

    /** Whether it needs a limit price; a type that needs none takes none. */
    public boolean hasLimitPrice() {
        return hasLimitPrice;
    }

    /** Whether it needs a trigger price; a type that needs none takes none. */
    public boolean hasTriggerPrice() {
        return hasTriggerPrice;
    }

    /** How long it may live; a time in force counts from the moment at which the order trades, not while it waits. */
    public List<TimeInForce> timesInForce() {
        return switch (this) {
            case MARKET -> List.of(GTC, IOC);
            case POST_ONLY, STOP_LOSS, TAKE_PROFIT -> List.of(GTC);
            case LIMIT, STOP_LOSS_LIMIT, TAKE_PROFIT_LIMIT -> List.of(GTC, IOC, FOK);
        };
    }
}

package dev.capstan.trading.risk.exposure;

import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;

/**
 * The part of an order that may still fill.
 *
 * @param quantity what may still fill
 * @param reservedPrice the least it is valued at; zero when nothing but the mark is known, e.g. for a market order found at the venue
 */
public record OpenOrder(Side side, Quantity quantity, Price reservedPrice) {

    /** What it is valued at while the market stands at {@code mark}. */
    Price valuedAt(Price mark) {
        return reservedPrice.compareTo(mark) > 0 ? reservedPrice : mark;
    }
}

package dev.capstan.simulator.flow;

import dev.capstan.contracts.value.Side;

/** What the flow has resting. Not safe for threads. */
public final class FlowBook {

    private final FlowSide bids = new FlowSide(true);
    private final FlowSide asks = new FlowSide(false);
    private long arrivals;

    public FlowSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    void put(Side side, int place, long price, long quantity, long now) {
        side(side).put(place, price, quantity, ++arrivals, now);
    }

    void clear() {
        bids.clear();
        asks.clear();
    }
}

package dev.capstan.simulator.flow;

import dev.capstan.simulator.market.CandleSeries;
import dev.capstan.simulator.market.Listing;

/**
 * All that the flow of one instrument depends on.
 *
 * @param course the candles along which its idea of the right price moves, and whose volumes it is about to trade
 * @param beats how often a minute somebody does something
 */
record FlowPlan(long seed, Listing listing, CandleSeries course, int beats) {

    FlowPlan {
        if (beats < 1) {
            throw new IllegalArgumentException("expected a flow of at least one beat a minute, got: " + beats);
        }
    }

    FlowMinute minute(long index) {
        return new FlowMinute(this, index);
    }
}

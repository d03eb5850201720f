package dev.capstan.simulator.flow;

import java.util.Arrays;

/** One side of the flow's own book: a fixed number of places with at most one order each, kept as plain cells. */
public final class FlowSide {

    /** Orders that the flow has resting on a side at most. */
    public static final int PLACES = 20;

    private final boolean highestFirst;
    private final long[] prices = new long[PLACES];
    private final long[] leaves = new long[PLACES];
    private final long[] arrivals = new long[PLACES];
    private final long[] since = new long[PLACES];

    FlowSide(boolean highestFirst) {
        this.highestFirst = highestFirst;
    }

    /** The place whose turn it is: best price first, then who came first; -1 when nothing rests. */
    public int best() {
        int best = -1;
        for (int place = 0; place < PLACES; place++) {
            if (leaves[place] > 0 && (best < 0 || isBefore(place, best))) {
                best = place;
            }
        }
        return best;
    }

    private boolean isBefore(int place, int other) {
        return prices[place] == prices[other]
                ? arrivals[place] < arrivals[other]
                : isBetter(prices[place], prices[other]);
    }

    private boolean isBetter(long price, long than) {
        return highestFirst ? price > than : price < than;
    }

    public long price(int place) {
        return prices[place];
    }

    /** What rests there; 0 for nothing. */
    public long leaves(int place) {
        return leaves[place];
    }

    /** Since when, in the venue's microseconds. */
    public long since(int place) {
        return since[place];
    }

    /** Somebody has got {@code quantity} of what rests there. */
    public void reduce(int place, long quantity) {
        if (quantity > leaves[place]) {
            throw new IllegalArgumentException("expected at most " + leaves[place] + " to be taken, got: " + quantity);
        }
        leaves[place] -= quantity;
    }

    void put(int place, long price, long quantity, long arrival, long now) {
        prices[place] = price;
        leaves[place] = quantity;
        arrivals[place] = arrival;
        since[place] = now;
    }

    void clear() {
        Arrays.fill(leaves, 0);
    }
}

package dev.capstan.simulator.flow;

import dev.capstan.contracts.value.Side;

/** Whoever rests in the book besides the flow, and hears of its trades. */
public interface Counterparties {

    /** The best price of those who rest on {@code resting}; 0 when nobody does. */
    long bestPrice(Side resting);

    /** Since when the first of those at the best price rests, in the venue's microseconds. */
    long bestSince(Side resting);

    /** The first of those at the best price gets up to {@code quantity}; returns how much, more than 0 unless he is gone. */
    long fill(Side resting, long quantity);

    /** Two of the flow traded. */
    void traded(long price, long quantity, boolean buyerIsMaker);

    /** The time, in the venue's microseconds. */
    long now();
}

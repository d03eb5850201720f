package dev.capstan.simulator.exchange;

import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;

/** One instrument's market now: what plays, unless a price is held by hand. */
final class Market {

    private final Playback playback;
    private final DepthBook depth = new DepthBook();
    private final Tape tape = new Tape();
    private long heldPrice;
    private long lastPrice;
    private long takeable = Long.MAX_VALUE;
    private BarVolume heldVolume = BarVolume.unlimited();

    Market(Playback playback) {
        this.playback = playback;
        this.lastPrice = playback.price();
    }

    Playback playback() {
        return playback;
    }

    Listing listing() {
        return playback.listing();
    }

    DepthBook depth() {
        return depth;
    }

    Tape tape() {
        return tape;
    }

    boolean isHeld() {
        return heldPrice != 0;
    }

    long price() {
        return isHeld() ? heldPrice : playback.price();
    }

    /** The price that orders have met last: from there the next one comes. */
    long lastPrice() {
        return lastPrice;
    }

    void met(long price) {
        lastPrice = price;
    }

    BarVolume volume() {
        return isHeld() ? heldVolume : playback.volume();
    }

    /** The most an order that takes may get. */
    long takeable() {
        return takeable;
    }

    void leave(long quantity) {
        takeable = quantity;
    }

    void hold(long price, BarVolume volume) {
        heldPrice = price;
        heldVolume = volume;
    }

    void release() {
        heldPrice = 0;
    }
}

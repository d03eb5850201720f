package dev.capstan.simulator.exchange.book;

import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;

/** One instrument's market now: what plays, unless a price is held by hand. */
public final class Market {

    private final Playback playback;
    private final DepthBook depth = new DepthBook();
    private final Tape tape = new Tape();
    private long heldPrice;
    private long lastPrice;
    private long takeable = Long.MAX_VALUE;
    private BarVolume heldVolume = BarVolume.unlimited();

    public Market(Playback playback) {
        this.playback = playback;
        this.lastPrice = playback.price();
    }

    public Playback playback() {
        return playback;
    }

    public Listing listing() {
        return playback.listing();
    }

    public DepthBook depth() {
        return depth;
    }

    public Tape tape() {
        return tape;
    }

    public boolean isHeld() {
        return heldPrice != 0;
    }

    public long price() {
        return isHeld() ? heldPrice : playback.price();
    }

    /** The price that orders have met last: from there the next one comes. */
    public long lastPrice() {
        return lastPrice;
    }

    public void met(long price) {
        lastPrice = price;
    }

    public BarVolume volume() {
        return isHeld() ? heldVolume : playback.volume();
    }

    /** The most an order that takes may get. */
    public long takeable() {
        return takeable;
    }

    public void leave(long quantity) {
        takeable = quantity;
    }

    public void hold(long price, BarVolume volume) {
        heldPrice = price;
        heldVolume = volume;
    }

    public void release() {
        heldPrice = 0;
    }
}

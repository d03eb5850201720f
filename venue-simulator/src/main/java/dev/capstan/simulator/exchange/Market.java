package dev.capstan.simulator.exchange;

import dev.capstan.simulator.market.Listing;
import dev.capstan.simulator.market.Playback;
import dev.capstan.trading.fill.BarVolume;

/** One instrument's market now: what plays, unless a price is held by hand. */
final class Market {

    private final Playback playback;
    private long heldPrice;
    private BarVolume heldVolume = BarVolume.unlimited();

    Market(Playback playback) {
        this.playback = playback;
    }

    Playback playback() {
        return playback;
    }

    Listing listing() {
        return playback.listing();
    }

    boolean isHeld() {
        return heldPrice != 0;
    }

    long price() {
        return isHeld() ? heldPrice : playback.price();
    }

    BarVolume volume() {
        return isHeld() ? heldVolume : playback.volume();
    }

    void hold(long price, BarVolume volume) {
        heldPrice = price;
        heldVolume = volume;
    }

    void release() {
        heldPrice = 0;
    }
}

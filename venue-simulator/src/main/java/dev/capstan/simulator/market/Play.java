package dev.capstan.simulator.market;

/** How far one instrument has played, and at which price. */
public interface Play {

    Listing listing();

    CandleSeries series();

    Position position();

    /** The price now. */
    long price();
}

package dev.capstan.portfolio.ledger.domain;

/** Tells the others what became of a position. */
public interface PositionAnnouncements {

    /** Publishes the page if, and only if, the caller's transaction commits. */
    void announce(PositionBook page);
}

package dev.capstan.portfolio.ledger.domain;

/** Why a transaction was booked. */
public enum EntryKind {
    /** Base, quote and commission of a fill; a fact that no other fill changes. */
    FILL,

    /** The profit a fill realised at its place among the fills known when it was booked. */
    REALIZATION,

    /** By how much a late older fill changed the profit of the fills after it. */
    CORRECTION,

    /** The balances before the first fill, seen in the first snapshot of the venue. */
    OPENING,

    /** A difference to a later snapshot. */
    DRIFT
}

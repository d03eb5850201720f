package dev.capstan.portfolio.ledger.domain;

/** The accounts of the double entry. */
public enum LedgerAccount {
    /** What the trading account holds at the venue; its sum is the balance. */
    HOLDING,

    /** The other side of every trade; in the quote asset its sum is what the open position cost. */
    CLEARING,

    /** Expense: what the venue charged, in the asset it charged. */
    COMMISSION,

    /** Profit of what was closed; income is negative, as on any income account. Commissions in the quote asset are not in it. */
    REALIZED_PNL,

    /** Where the first balances we saw came from. */
    OPENING_EQUITY,

    /** Where differences come from that no fill explains. */
    DRIFT
}

package dev.capstan.strategy.run.application;

/** What must hold when a run starts. */
public enum PreconditionCode {
    /** Trading is active: for everything, the account, and its instrument. */
    TRADING_ACTIVE,
    /** risk-service answers. */
    RISK_UP,
    /** Prices of the instrument come in. */
    FEED_FRESH,
    /** Orders could be sent to the venue. */
    VENUE_UP,
    /** The account has what the run is to trade with. */
    BALANCE_COVERS_CAPITAL,
    /** One more run may go on for the account. */
    GUARD_ACTIVE_RUNS
}

package dev.capstan.contracts.tradingstate;

/** What a trading state covers. */
public enum TradingStateScope {
    /** Everything. */
    ALL,

    /** One account. */
    ACCOUNT,

    /** One instrument of one account. */
    INSTRUMENT
}

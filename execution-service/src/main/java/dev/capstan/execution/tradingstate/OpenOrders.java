package dev.capstan.execution.tradingstate;

/** The open orders under a trading state. */
@FunctionalInterface
public interface OpenOrders {

    /** Asks for every open order in the scope to be canceled; repeated by those who own the sessions until they are gone. */
    void cancelIn(TradingScope scope);
}

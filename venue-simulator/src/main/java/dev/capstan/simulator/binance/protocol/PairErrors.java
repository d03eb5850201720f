package dev.capstan.simulator.binance.protocol;

/** What is wrong with the two orders of a pair, with the venue's codes and exact texts. */
public final class PairErrors {

    private PairErrors() {}

    /** One of a pair has a type that no pair has. */
    public static ApiException notForPairs() {
        return ApiException.bad(-1158, "Order type not supported in OCO.");
    }

    public static ApiException bothAreLimits() {
        return ApiException.bad(-1168, "At least one OCO order must be contingent.");
    }

    public static ApiException limitOnTheWrongSide(boolean buy) {
        return buy
                ? ApiException.bad(-1165, "A limit order in a buy OCO must be below.")
                : ApiException.bad(-1166, "A limit order in a sell OCO must be above.");
    }

    public static ApiException stopOnTheWrongSide(boolean buy) {
        return buy
                ? ApiException.bad(-1196, "A stop loss order in a buy OCO must be above.")
                : ApiException.bad(-1197, "A stop loss order in a sell OCO must be below.");
    }

    public static ApiException takeProfitOnTheWrongSide(boolean buy) {
        return buy
                ? ApiException.bad(-1198, "A take profit order in a buy OCO must be below.")
                : ApiException.bad(-1199, "A take profit order in a sell OCO must be above.");
    }
}

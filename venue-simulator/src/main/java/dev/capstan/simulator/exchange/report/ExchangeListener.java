package dev.capstan.simulator.exchange.report;

import dev.capstan.simulator.exchange.account.Balance;
import java.util.List;

/**
 * Hears what the exchange did, after it is in the journal and in the order it happened. Called while the exchange is locked: an
 * implementation hands on and returns.
 */
public interface ExchangeListener {

    void executionReport(ExecutionReport report);

    void listStatus(ListReport report);

    /** The balances that a change touched, as they are now. */
    void balancesChanged(long uid, List<Balance> balances, long at);

    /** {@code amount} of an asset came in from outside, or went out when negative. */
    void transferred(long uid, String asset, long amount, long at);

    void marketTrade(MarketTrade trade);

    /** The source candle at {@code index} of {@code symbol} has played to its end. */
    void candleClosed(String symbol, long index);
}

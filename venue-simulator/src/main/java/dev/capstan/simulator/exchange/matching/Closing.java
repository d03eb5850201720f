package dev.capstan.simulator.exchange.matching;

import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.flow.FlowSide;

/** Begins what is about to happen in a market, and ends it: what the trades set off, the journal, the tape. */
final class Closing {

    /** It may go off and fill, rest and fill again, and bring two others to life that do the same. */
    private static final long MOST_TRADES_OF_AN_ORDER = 6;

    private final Desk desk;
    private final Aftermath aftermath;

    Closing(Desk desk, Matching matching) {
        this.desk = desk;
        this.aftermath = new Aftermath(matching);
    }

    /** A transaction for {@code orders} more orders. */
    Transaction begin(Market market, long orders) {
        long makers = market.isBook() ? 2L * FlowSide.PLACES + market.book().size() : 0;
        return desk.begin(market.listing(), MOST_TRADES_OF_AN_ORDER * (makers + orders) + 1);
    }

    void conclude(Market market, Transaction transaction) {
        if (market.isBook()) {
            aftermath.run(transaction, market);
        }
        if (transaction.isEmpty()) {
            desk.print(transaction);
        } else {
            desk.commit(transaction);
        }
        market.printed(transaction.prints(), !transaction.trades().isEmpty());
    }

    /** Sets off whoever waits for the price at which the market now stands. */
    void touchLastPrice(Market market) {
        Transaction transaction = begin(market, 0);
        aftermath.touch(transaction, market, market.price(), 0);
        conclude(market, transaction);
    }
}

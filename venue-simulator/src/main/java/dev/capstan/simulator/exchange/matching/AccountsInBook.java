package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.flow.Counterparties;

/** The accounts' resting orders, as the flow meets them: what they get is part of a transaction. */
record AccountsInBook(Contingencies contingencies, Transaction transaction, Market market, RestingOrders accounts)
        implements Counterparties {

    AccountsInBook(Contingencies contingencies, Transaction transaction, Market market) {
        this(contingencies, transaction, market, new RestingOrders(market.book(), transaction));
    }

    @Override
    public long bestPrice(Side resting) {
        return accounts.best(resting).map(Order::price).orElse(0L);
    }

    @Override
    public long bestSince(Side resting) {
        return accounts.best(resting).map(order -> order.details().workingAt()).orElse(0L);
    }

    @Override
    public long fill(Side resting, long quantity) {
        Order maker = accounts.best(resting)
                .orElseThrow(() -> new IllegalStateException("expected somebody who rests: " + resting));
        long filled = Math.min(quantity, maker.leaves());
        Order after = transaction.fill(maker, maker.price(), filled, true, market.bar());
        contingencies.changed(transaction, market, after, maker.price());
        return filled;
    }

    @Override
    public void traded(long price, long quantity, boolean buyerIsMaker) {
        transaction.print(price, quantity, buyerIsMaker);
    }

    @Override
    public long now() {
        return transaction.now();
    }
}

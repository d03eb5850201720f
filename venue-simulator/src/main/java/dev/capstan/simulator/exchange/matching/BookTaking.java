package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.flow.FlowSide;
import dev.capstan.simulator.flow.FlowWalk;
import java.util.Optional;

/**
 * One order of an account that takes from a book: the best price first, at one price whoever came first, be it the flow or another account.
 * An order of its own account that stands in the way ends (EXPIRE_MAKER).
 */
final class BookTaking {

    private final Contingencies contingencies;
    private final Transaction transaction;
    private final Market market;
    private final RestingOrders accounts;
    private final FlowSide flow;
    private final Order order;

    BookTaking(Contingencies contingencies, Transaction transaction, Market market, Order order) {
        FlowWalk walk = market.flow().orElseThrow(() -> new IllegalStateException("expected a market with a flow"));
        this.contingencies = contingencies;
        this.transaction = transaction;
        this.market = market;
        this.accounts = new RestingOrders(market.book(), transaction);
        this.flow = walk.book().side(order.side().opposite());
        this.order = order;
    }

    /** Takes what the order may have. What one fill sets off may change book and order: both are looked at anew after each. */
    void run() {
        if (order.timeInForce() == TimeInForce.FOK && !isWholeThere()) {
            return;
        }
        boolean goesOn = true;
        long ofFlow = market.takeable();
        while (goesOn && taker().status().isLive()) {
            if (ofFlow == 0 && order.type().hasLimit()) {
                leaveNothing();
            }
            int place = flow.best();
            Optional<Order> account = accounts.best(resting()).filter(maker -> isWithinLimit(maker.price()));
            if (place >= 0 && isWithinLimit(flow.price(place)) && isFlowsTurn(place, account)) {
                long taken = takeOfFlow(place, ofFlow);
                ofFlow -= taken;
                goesOn = taken > 0;
            } else {
                goesOn = account.isPresent() && takeOf(account.get());
            }
        }
    }

    private Side resting() {
        return order.side().opposite();
    }

    private Order taker() {
        return transaction.current(order);
    }

    private boolean isFlowsTurn(int place, Optional<Order> account) {
        long price = flow.price(place);
        return account.filter(maker -> maker.price() == price
                        ? maker.details().workingAt() <= flow.since(place)
                        : isBetter(maker.price(), price))
                .isEmpty();
    }

    private boolean isBetter(long price, long than) {
        return order.side() == Side.BUY ? price < than : price > than;
    }

    private boolean isWithinLimit(long price) {
        return !order.type().hasLimit() || price == order.price() || isBetter(price, order.price());
    }

    private long wanted(long price) {
        Order taker = taker();
        return Math.min(taker.leaves(), Matching.payable(transaction, taker, price));
    }

    private long takeOfFlow(int place, long most) {
        long price = flow.price(place);
        long quantity = Math.min(Math.min(most, flow.leaves(place)), wanted(price));
        if (quantity > 0) {
            flow.reduce(place, quantity);
            Order filled = transaction.fill(taker(), price, quantity, false, market.bar());
            contingencies.changed(transaction, market, filled, price);
        }
        return quantity;
    }

    /** Whether there may be more to take. */
    private boolean takeOf(Order maker) {
        if (maker.uid() == order.uid()) {
            contingencies.changed(transaction, market, transaction.prevent(maker), maker.price());
            return true;
        }
        long quantity = Math.min(maker.leaves(), wanted(maker.price()));
        if (quantity > 0) {
            transaction.fill(maker, taker(), quantity, market.bar());
            contingencies.changed(transaction, market, transaction.current(maker), maker.price());
            contingencies.changed(transaction, market, taker(), maker.price());
        }
        return quantity > 0;
    }

    private boolean isWholeThere() {
        Supply supply = Supply.of(market, accounts, resting(), maker -> maker.uid() != order.uid());
        return Math.min(supply.within(order.price()), market.takeable()) >= order.leaves();
    }

    /** Somebody else took the rest: the order may not have it, and must not rest where it could still trade. */
    private void leaveNothing() {
        for (int place = flow.best(); place >= 0 && isWithinLimit(flow.price(place)); place = flow.best()) {
            flow.reduce(place, flow.leaves(place));
        }
    }
}

package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.market.Decimal8;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fill.Trigger;

/** What an order gets from the market, and what that does to the orders it hangs together with. */
public final class Matching {

    private final FillRules rules;
    private final Contingencies contingencies;

    public Matching(FillRules rules) {
        this.rules = rules;
        this.contingencies = new Contingencies(this);
    }

    /** Whether a limit would take at once instead of resting. */
    public boolean isMarketable(Side side, long limit, long playing) {
        return rules.isMarketable(side, limit, playing);
    }

    /** What a market order of {@code side} pays per piece while {@code playing} plays. */
    public long marketPrice(Side side, long playing) {
        return rules.marketPrice(side, playing);
    }

    /** Lets a working order meet the market while {@code playing} plays: it takes, and what is left rests or expires. */
    public void meet(Transaction transaction, Market market, Order order, long playing) {
        if (takes(order, playing)) {
            take(transaction, market, order, playing);
        }
        Order met = transaction.current(order);
        boolean stays = met.type().hasLimit() && met.timeInForce() == TimeInForce.GTC;
        if (met.status().isLive() && !stays) {
            contingencies.changed(transaction, market, transaction.expire(met, null), playing);
        }
    }

    /** Sets off an order whose stop price was touched on the way to {@code reached}. */
    void trigger(Transaction transaction, Market market, Order order, Trigger trigger, long reached, boolean opening) {
        long playing = trigger.playing(reached, opening);
        if (order.followsLater()) {
            transaction.startTrailing(order, playing);
            return;
        }
        Order triggered = transaction.trigger(order);
        contingencies.changed(transaction, market, triggered, playing);
        meet(transaction, market, triggered, playing);
    }

    /** Fills a resting order at {@code price}, as far as there is volume. */
    void fillResting(Transaction transaction, Market market, Order order, long price) {
        fill(transaction, market, order, price, order.leaves(), true);
    }

    private void take(Transaction transaction, Market market, Order order, long playing) {
        long price = order.type().hasLimit()
                ? rules.marketableLimitPrice(order.side(), order.price(), playing)
                : rules.marketPrice(order.side(), playing);
        long wanted = Math.min(order.leaves(), Math.min(market.takeable(), payable(transaction, order, price)));
        long available = market.volume().available(wanted, market.listing().step());
        boolean wholeOnly = order.timeInForce() == TimeInForce.FOK;
        if (!wholeOnly || available == order.quantity()) {
            fill(transaction, market, order, price, wanted, false);
        }
    }

    /** A stop that a jump set off may cost more than was locked for it. */
    private static long payable(Transaction transaction, Order order, long price) {
        if (order.side() == Side.SELL) {
            return order.leaves();
        }
        long most = Decimal8.quantity(transaction.spendable(order), price);
        return most - most % transaction.listing().step();
    }

    private void fill(Transaction transaction, Market market, Order order, long price, long wanted, boolean maker) {
        long quantity = market.volume().take(wanted, market.listing().step());
        if (quantity > 0) {
            Order filled = transaction.fill(
                    order, price, quantity, maker, market.playback().barNumber());
            contingencies.changed(transaction, market, filled, price);
        }
    }

    private boolean takes(Order order, long playing) {
        return !order.type().hasLimit() || rules.isMarketable(order.side(), order.price(), playing);
    }
}

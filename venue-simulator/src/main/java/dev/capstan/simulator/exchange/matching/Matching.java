package dev.capstan.simulator.exchange.matching;

import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.trading.fill.FillRules;
import dev.capstan.trading.fill.Trigger;
import dev.capstan.trading.fixed.Decimal8;
import java.util.Optional;

/** What an order gets from the market, and what that does to the orders it hangs together with. */
public final class Matching {

    private final FillRules rules;
    private final Contingencies contingencies;

    public Matching(FillRules rules) {
        this.rules = rules;
        this.contingencies = new Contingencies(this);
    }

    /** Whether a limit would take at once instead of resting while {@code playing} plays. */
    public boolean wouldTake(Market market, Side side, long limit, long playing) {
        return wouldTake(new RestingOrders(market.book()), market, side, limit, playing);
    }

    boolean wouldTake(Transaction transaction, Market market, Side side, long limit, long playing) {
        return wouldTake(new RestingOrders(market.book(), transaction), market, side, limit, playing);
    }

    private boolean wouldTake(RestingOrders accounts, Market market, Side side, long limit, long playing) {
        return market.isBook()
                ? Supply.of(market, accounts, side.opposite()).isThereWithin(limit)
                : rules.isMarketable(side, limit, playing);
    }

    /** The quantity of {@code side} that {@code amount} of the quote asset comes to now. */
    public long quantityFor(Market market, Side side, long amount) {
        return market.isBook()
                ? Supply.of(market, new RestingOrders(market.book()), side.opposite())
                        .quantityFor(amount)
                : Decimal8.quantity(amount, market.price());
    }

    /** The funds it takes to place {@code request} now. */
    public long needs(Market market, OrderRequest request) {
        boolean takesAnything = request.type() == OrderType.MARKET && request.side() == Side.BUY;
        return market.isBook() && takesAnything
                ? Supply.of(market, new RestingOrders(market.book()), Side.SELL).cost(request.quantity())
                : request.needs(rules.marketPrice(request.side(), market.price()));
    }

    /** What a market order of {@code side} pays per piece while {@code playing} plays. */
    public long marketPrice(Side side, long playing) {
        return rules.marketPrice(side, playing);
    }

    /** Lets a working order meet the market while {@code playing} plays: it takes, and what is left rests or expires. */
    public void meet(Transaction transaction, Market market, Order order, long playing) {
        if (market.isBook()) {
            new BookTaking(contingencies, transaction, market, order).run();
        } else if (takes(order, playing)) {
            take(transaction, market, order, playing);
        }
        Order met = transaction.current(order);
        boolean stays = met.type().hasLimit() && met.timeInForce() == TimeInForce.GTC;
        if (met.status().isLive() && !stays) {
            contingencies.changed(transaction, market, transaction.expire(met, null), playing);
        }
    }

    /** Lets accounts' orders trade that came to rest across each other where none of them could see the other: the later one takes. */
    void uncross(Transaction transaction, Market market) {
        RestingOrders accounts = new RestingOrders(market.book(), transaction);
        Optional<Order> later = laterOfCrossed(accounts);
        while (later.isPresent()) {
            new BookTaking(contingencies, transaction, market, later.get()).run();
            Optional<Order> next = laterOfCrossed(accounts);
            later = next.equals(later) ? Optional.empty() : next;
        }
    }

    private static Optional<Order> laterOfCrossed(RestingOrders accounts) {
        Optional<Order> bid = accounts.best(Side.BUY);
        Optional<Order> ask = accounts.best(Side.SELL);
        return bid.flatMap(buyer -> ask.filter(seller -> buyer.price() >= seller.price())
                .map(seller -> buyer.details().workingAt() > seller.details().workingAt() ? buyer : seller));
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

    Contingencies contingencies() {
        return contingencies;
    }

    /** What of {@code order} can be paid: a stop that a jump set off may cost more than was locked for it. */
    static long payable(Transaction transaction, Order order, long price) {
        if (order.side() == Side.SELL) {
            return order.leaves();
        }
        long most = Decimal8.quantity(transaction.spendable(order), price);
        return most - most % transaction.listing().step();
    }

    private void fill(Transaction transaction, Market market, Order order, long price, long wanted, boolean maker) {
        long quantity = market.volume().take(wanted, market.listing().step());
        if (quantity > 0) {
            Order filled = transaction.fill(order, price, quantity, maker, market.bar());
            contingencies.changed(transaction, market, filled, price);
        }
    }

    private boolean takes(Order order, long playing) {
        return !order.type().hasLimit() || rules.isMarketable(order.side(), order.price(), playing);
    }
}

package dev.capstan.simulator.exchange.placing;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.account.Balance;
import dev.capstan.simulator.exchange.account.OrderHistory;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.matching.Matching;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.OrderType;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.market.Listing;
import java.util.List;

/** Placing one order: every check first, then what it takes from the market, then what rests or expires. */
public final class Placement {

    private final Matching matching;
    private final OrderLimits limits;

    public Placement(Matching matching, OrderLimits limits) {
        this.matching = matching;
        this.limits = limits;
    }

    /**
     * {@code request} as the market makes it now: with the quantity that its worth in the quote asset comes to, where it names that
     * instead, and with the price that a trailing stop's funds are reckoned with.
     */
    public OrderRequest sized(Market market, OrderRequest request) {
        if (request.quoteQuantity() == 0) {
            return request.reckoned(market.price(), market.listing().tick());
        }
        long step = market.listing().step();
        long quantity = matching.quantityFor(market, request.side(), request.quoteQuantity());
        return request.withQuantity(quantity - quantity % step);
    }

    /** Refuses what the venue refuses before it looks at the account's funds; changes nothing. */
    public void checkRules(Account account, Market market, List<OrderRequest> requests, long nowMillis) {
        OrderHistory history = account.history(market.listing().symbol());
        Listing listing = market.listing();
        requests.forEach(request -> Filters.check(listing, request, market.price()));
        Filters.checkCounts(OpenOrders.of(history.open()).plus(requests));
        Filters.checkVenueCounts(OpenOrders.of(account.open()).plus(requests));
        checkPosition(account, listing, requests);
        limits.check(account.orderCount(), requests.size(), nowMillis);
    }

    /** What the account has of the base asset counts, what it has bid for, and what it would bid for. */
    private static void checkPosition(Account account, Listing listing, List<OrderRequest> requests) {
        if (requests.stream().noneMatch(request -> request.side() == Side.BUY)) {
            return;
        }
        Balance held = account.balance(listing.baseAsset());
        long bids = account.history(listing.symbol()).open().stream()
                .filter(order -> order.side() == Side.BUY)
                .mapToLong(Order::leaves)
                .sum();
        long asked = requests.stream()
                .filter(request -> request.side() == Side.BUY)
                .mapToLong(OrderRequest::quantity)
                .max()
                .orElse(0);
        Filters.checkPosition(held.free() + held.locked() + bids + asked);
    }

    /** Refuses {@code request} if it cannot be placed as things are: its client id, its prices, the account's funds. */
    public void checkPossible(Account account, Market market, OrderRequest request) {
        checkClientId(account, request);
        long playing = market.price();
        boolean goesOff = request.type().isConditional()
                && request.stopPrice() > 0
                && request.type().trigger(request.side(), request.stopPrice()).isTouched(playing);
        if (goesOff) {
            throw new RefusedException(Refusal.WOULD_TRIGGER, "");
        }
        checkRests(market, request);
        checkFunds(account, market, request.side(), matching.needs(market, request));
    }

    /** Refuses an order that may only rest and would not. */
    void checkRests(Market market, OrderRequest request) {
        if (request.type() == OrderType.LIMIT_MAKER
                && matching.wouldTake(market, request.side(), request.price(), market.price())) {
            throw new RefusedException(Refusal.WOULD_MATCH, "");
        }
    }

    /** Refuses to make {@code order} so small, or so often. */
    public void checkAmendment(Account account, Market market, Order order, long quantity) {
        Filters.checkSmaller(market.listing(), order, quantity);
        OrderHistory history = account.history(order.symbol());
        Filters.checkAmendments(history.amendmentsOf(order.id()).size());
    }

    void checkClientId(Account account, OrderRequest request) {
        boolean duplicate = account.history(request.symbol())
                .byClientOrderId(request.clientOrderId())
                .filter(order -> order.status().isOpen())
                .isPresent();
        if (duplicate) {
            throw new RefusedException(Refusal.DUPLICATE_CLIENT_ORDER_ID, "");
        }
    }

    void checkFunds(Account account, Market market, Side side, long needed) {
        String asset = side == Side.BUY
                ? market.listing().quoteAsset()
                : market.listing().baseAsset();
        if (account.balance(asset).free() < needed) {
            throw new RefusedException(Refusal.INSUFFICIENT_BALANCE, asset);
        }
    }

    /** Does what the checks allowed. */
    public Order place(Transaction transaction, Account account, Market market, OrderRequest request) {
        Order order = transaction.accept(account, request);
        if (order.works()) {
            matching.meet(transaction, market, order, market.price());
        }
        return transaction.current(order);
    }
}

package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.OrderType;
import dev.capstan.contracts.value.Side;
import dev.capstan.contracts.value.TimeInForce;
import dev.capstan.simulator.market.Decimal8;
import dev.capstan.trading.fill.FillRules;

/** Placing one order: every check first, then what it takes from the market, then what rests or expires. */
final class Placement {

    private final FillRules rules;
    private final OrderLimits limits;

    Placement(FillRules rules, OrderLimits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /** Refuses {@code request} if the venue would; changes nothing. */
    void check(Account account, Market market, OrderRequest request, long nowMillis) {
        OrderHistory history = account.history(request.symbol());
        Filters.check(market.listing(), request, market.price(), history.open().size());
        limits.check(account.orderCount(), nowMillis);
        boolean duplicate = history.byClientOrderId(request.clientOrderId())
                .filter(order -> order.status().isOpen())
                .isPresent();
        if (duplicate) {
            throw new RefusedException(Refusal.DUPLICATE_CLIENT_ORDER_ID, "");
        }
        checkFunds(account, market, request);
    }

    /** Does what {@link #check} allowed. */
    Order place(Transaction transaction, Account account, Market market, OrderRequest request) {
        Order order = transaction.accept(account, request);
        if (takes(market, request)) {
            order = take(transaction, market, order);
        }
        if (order.leaves() == 0) {
            return order;
        }
        if (request.type() == OrderType.LIMIT && request.timeInForce() == TimeInForce.GTC) {
            transaction.lock(market.listing(), order);
            return order;
        }
        return transaction.expire(order);
    }

    private Order take(Transaction transaction, Market market, Order order) {
        long step = market.listing().step();
        boolean wholeOnly = order.timeInForce() == TimeInForce.FOK;
        if (wholeOnly && market.volume().available(order.quantity(), step) < order.quantity()) {
            return order;
        }
        long quantity = market.volume().take(order.quantity(), step);
        return quantity == 0 ? order : transaction.fill(market, order, takingPrice(market, order), quantity, false);
    }

    private boolean takes(Market market, OrderRequest request) {
        return request.type() == OrderType.MARKET
                || rules.isMarketable(request.side(), request.price(), market.price());
    }

    private long takingPrice(Market market, Order order) {
        return order.type() == OrderType.MARKET
                ? rules.marketPrice(order.side(), market.price())
                : rules.marketableLimitPrice(order.side(), order.price(), market.price());
    }

    private void checkFunds(Account account, Market market, OrderRequest request) {
        boolean buy = request.side() == Side.BUY;
        long price = request.type() == OrderType.MARKET
                ? rules.marketPrice(request.side(), market.price())
                : request.price();
        long needed = buy ? Decimal8.amountAtMost(price, request.quantity()) : request.quantity();
        String asset = buy ? market.listing().quoteAsset() : market.listing().baseAsset();
        if (account.balance(asset).free() < needed) {
            throw new RefusedException(Refusal.INSUFFICIENT_BALANCE, asset);
        }
    }
}

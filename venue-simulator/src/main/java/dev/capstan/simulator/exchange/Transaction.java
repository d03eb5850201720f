package dev.capstan.simulator.exchange;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.market.Decimal8;
import dev.capstan.simulator.market.Listing;
import dev.capstan.trading.fill.CommissionRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one command is about to change: built aside, journaled whole, only then applied. */
final class Transaction {

    /** A share of 0.1 %, in the asset received. */
    static final CommissionRate COMMISSION = new CommissionRate(1_000);

    private final ExchangeState state;
    private final Ids ids;
    private final long now;
    private final Map<Long, Order> orders = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final Map<Long, Map<String, Balance>> balances = new LinkedHashMap<>();
    private final List<ExecutionReport> reports = new ArrayList<>();

    /**
     * @param now the venue's time in microseconds
     */
    Transaction(ExchangeState state, Ids ids, long now) {
        this.state = state;
        this.ids = ids;
        this.now = now;
    }

    long now() {
        return now;
    }

    List<Trade> trades() {
        return trades;
    }

    /** Trades that are their order's first. */
    List<Trade> firstFills() {
        return reports.stream()
                .filter(report -> report.trade() != null
                        && report.order().executed() == report.trade().quantity())
                .map(report -> report.trade())
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    List<ExecutionReport> reports() {
        return reports;
    }

    /** The balances touched, by account. */
    Map<Long, Map<String, Balance>> balances() {
        return balances;
    }

    Order accept(Account account, OrderRequest request) {
        Order order = Order.accepted(ids.nextOrder(), account.uid(), request, now);
        orders.put(order.id(), order);
        report(ExecutionType.NEW, order, null, null);
        return order;
    }

    /** Sets aside what a new resting order may need. */
    void lock(Listing listing, Order order) {
        lockFunds(listing, order, order.lockedFunds());
    }

    Order fill(Market market, Order order, long price, long quantity, boolean maker) {
        long quote = Decimal8.amount(price, quantity);
        Order filled = order.filled(quantity, quote, now);
        Trade trade = trade(market, order, price, quantity, quote, maker);
        trades.add(trade);
        orders.put(filled.id(), filled);
        if (maker) {
            lockFunds(market.listing(), order, filled.lockedFunds() - order.lockedFunds());
        }
        settle(market.listing(), trade);
        report(ExecutionType.TRADE, filled, trade, null);
        return filled;
    }

    Order cancel(Listing listing, Order order, String cancelId) {
        Order canceled = order.canceled(now);
        orders.put(canceled.id(), canceled);
        lockFunds(listing, order, -order.lockedFunds());
        report(ExecutionType.CANCELED, canceled, null, cancelId);
        return canceled;
    }

    /** Ends an order that was never set aside for. */
    Order expire(Order order) {
        Order expired = order.expired(now);
        orders.put(expired.id(), expired);
        report(ExecutionType.EXPIRED, expired, null, null);
        return expired;
    }

    StateChange change(long at) {
        List<StateChange.AccountBalance> changed = new ArrayList<>();
        balances.forEach((uid, byAsset) ->
                byAsset.values().forEach(balance -> changed.add(new StateChange.AccountBalance(uid, balance))));
        return StateChange.of(at, ids.counters()).with(List.copyOf(orders.values()), trades, changed);
    }

    private Trade trade(Market market, Order order, long price, long quantity, long quote, boolean maker) {
        Listing listing = market.listing();
        boolean buy = order.side() == Side.BUY;
        return new Trade(
                ids.nextTrade(),
                order.uid(),
                order.symbol(),
                order.id(),
                order.side(),
                price,
                quantity,
                quote,
                COMMISSION.on(buy ? quantity : quote),
                buy ? listing.baseAsset() : listing.quoteAsset(),
                maker,
                now,
                market.playback().barNumber());
    }

    private void settle(Listing listing, Trade trade) {
        boolean buy = trade.side() == Side.BUY;
        long base = buy ? trade.quantity() - trade.commission() : -trade.quantity();
        long quote = buy ? -trade.quote() : trade.quote() - trade.commission();
        put(trade.uid(), balance(trade.uid(), listing.baseAsset()).plusFree(base));
        put(trade.uid(), balance(trade.uid(), listing.quoteAsset()).plusFree(quote));
    }

    private void lockFunds(Listing listing, Order order, long amount) {
        String asset = order.side() == Side.BUY ? listing.quoteAsset() : listing.baseAsset();
        put(order.uid(), balance(order.uid(), asset).lock(amount));
    }

    private Balance balance(long uid, String asset) {
        Balance touched = balances.getOrDefault(uid, Map.of()).get(asset);
        return touched != null ? touched : state.account(uid).balance(asset);
    }

    private void put(long uid, Balance balance) {
        balances.computeIfAbsent(uid, any -> new LinkedHashMap<>()).put(balance.asset(), balance);
    }

    private void report(ExecutionType type, Order order, @Nullable Trade trade, @Nullable String cancelId) {
        reports.add(new ExecutionReport(ids.nextExecution(), type, order, trade, cancelId, now));
    }
}

package dev.capstan.simulator.exchange.state;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.order.Amendment;
import dev.capstan.simulator.exchange.order.ExpiryReason;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.ListRequest;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.RejectReason;
import dev.capstan.simulator.exchange.order.Trade;
import dev.capstan.simulator.exchange.report.AccountEvent;
import dev.capstan.simulator.exchange.report.ExecutionReport;
import dev.capstan.simulator.exchange.report.ExecutionType;
import dev.capstan.simulator.exchange.report.ListReport;
import dev.capstan.simulator.exchange.report.MarketTrade;
import dev.capstan.simulator.market.Listing;
import dev.capstan.trading.fill.CommissionRate;
import dev.capstan.trading.fixed.Decimal8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one command is about to change in one instrument: built aside, journaled whole, only then applied. */
public final class Transaction {

    /** A share of 0.1 %, in the asset received. */
    static final CommissionRate COMMISSION = new CommissionRate(1_000);

    private final ExchangeState state;
    private final Ids ids;
    private final Listing listing;
    private final Wallets wallets;
    private final long now;
    private final Map<Long, Order> orders = new LinkedHashMap<>();
    private final Map<Long, OrderList> lists = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<MarketTrade> prints = new ArrayList<>();
    private final Map<Long, Integer> waitingSince = new HashMap<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private final List<AccountEvent> events = new ArrayList<>();

    /**
     * @param now the venue's time in microseconds
     */
    Transaction(ExchangeState state, Ids ids, Listing listing, long now) {
        this.state = state;
        this.ids = ids;
        this.listing = listing;
        this.wallets = new Wallets(state, listing);
        this.now = now;
    }

    public long now() {
        return now;
    }

    public Listing listing() {
        return listing;
    }

    public Wallets wallets() {
        return wallets;
    }

    public List<Trade> trades() {
        return trades;
    }

    /** The trades as everybody sees them, in the order they happened. */
    public List<MarketTrade> prints() {
        return prints;
    }

    /** Fills of {@code order} in here. */
    public List<Trade> tradesOf(Order order) {
        return trades.stream().filter(trade -> trade.orderId() == order.id()).toList();
    }

    List<AccountEvent> events() {
        return events;
    }

    /** Whether {@code order} was already waiting when the trade at {@code place} of {@link #prints} happened. */
    public boolean wasThereAt(int place, Order order) {
        return waitingSince.getOrDefault(order.id(), 0) <= place;
    }

    /** The orders touched, as they stand. */
    public List<Order> orders() {
        return List.copyOf(orders.values());
    }

    /** Trades that are their order's first. */
    List<Trade> firstFills() {
        Set<Long> seen = new HashSet<>();
        return trades.stream()
                .filter(trade -> executedBefore(trade) == 0 && seen.add(trade.orderId()))
                .toList();
    }

    private long executedBefore(Trade trade) {
        return state.account(trade.uid())
                .history(trade.symbol())
                .byId(trade.orderId())
                .map(Order::executed)
                .orElse(0L);
    }

    /** {@code order} as it stands in here. */
    public Order current(Order order) {
        return order(order.uid(), order.id()).orElse(order);
    }

    /** The orders of {@code list} with these ids, as they stand in here. */
    public List<Order> orders(OrderList list, List<Long> orderIds) {
        return orderIds.stream()
                .map(id -> order(list.uid(), id))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The list that {@code order} belongs to. */
    public Optional<OrderList> listOf(Order order) {
        long id = order.details().listId();
        if (id == 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(lists.get(id))
                .or(() -> state.account(order.uid()).lists().find(new ListKey(id, null)));
    }

    /** Whether {@code list} has ended in here. */
    public boolean isDone(OrderList list) {
        return lists.getOrDefault(list.id(), list).done();
    }

    /** Opens a list and gives its orders their ids; they still have to be accepted. */
    public OrderList open(Account account, ListRequest request) {
        List<Long> orderIds =
                request.orders().stream().map(any -> ids.nextOrder()).toList();
        OrderList list = new OrderList(
                ids.nextList(),
                account.uid(),
                request.symbol(),
                request.clientListId(),
                request.contingency(),
                orderIds,
                false,
                now);
        lists.put(list.id(), list);
        return list;
    }

    /** Takes an order that stands alone. */
    public Order accept(Account account, OrderRequest request) {
        return accept(Order.accepted(ids.nextOrder(), account.uid(), request, 0, false, now));
    }

    /** Takes the order at place {@code at} of {@code list}. */
    public Order accept(OrderList list, int at, OrderRequest request) {
        long id = list.orderIds().get(at);
        return accept(Order.accepted(
                id, list.uid(), request, list.id(), list.pending().contains(id), now));
    }

    private Order accept(Order order) {
        return changed(ExecutionType.NEW, order, null, null, RejectReason.NONE);
    }

    /** The turn of an order that waited for another one has come, while {@code playing} plays. */
    public Order activate(Order pending, long playing) {
        Order live = pending.activated(now);
        Order next = live.followsLater() ? live : live.followingFrom(playing, listing.tick(), now);
        return changed(ExecutionType.NEW, next, null, null, RejectReason.NONE);
    }

    /** The stop price of {@code order} has been touched. */
    public Order trigger(Order order) {
        return changed(ExecutionType.NEW, order.triggered(now), null, null, RejectReason.NONE);
    }

    /** From {@code playing} on, where its stop price was touched, the stop of {@code order} follows the market; nobody is told. */
    public Order startTrailing(Order order, long playing) {
        return quietly(order, order.followingFrom(playing, listing.tick(), now));
    }

    /** Lets the stop of {@code order} follow the market to {@code playing}; nobody is told. */
    public Order follow(Order order, long playing) {
        return quietly(order, order.followed(playing, listing.tick()));
    }

    private Order quietly(Order before, Order order) {
        if (!order.equals(before)) {
            orders.put(order.id(), order);
        }
        return order;
    }

    /**
     * @param bar number of the bar whose volume it takes
     */
    public Order fill(Order order, long price, long quantity, boolean maker, long bar) {
        long id = print(price, quantity, maker == (order.side() == Side.BUY));
        return fill(order, id, price, quantity, maker, bar);
    }

    /** One trade between two accounts; it has one number for both. */
    public void fill(Order maker, Order taker, long quantity, long bar) {
        long id = print(maker.price(), quantity, maker.side() == Side.BUY);
        fill(maker, id, maker.price(), quantity, true, bar);
        fill(taker, id, maker.price(), quantity, false, bar);
    }

    private Order fill(Order order, long id, long price, long quantity, boolean maker, long bar) {
        long quote = Decimal8.amount(price, quantity);
        Trade trade = trade(order, id, price, quantity, quote, maker, bar);
        trades.add(trade);
        wallets.settle(trade);
        return changed(ExecutionType.TRADE, order.filled(quantity, quote, now), trade, null, RejectReason.NONE);
    }

    /** A trade as everybody sees it; returns its number. */
    public long print(long price, long quantity, boolean buyerIsMaker) {
        long id = ids.nextTrade();
        prints.add(new MarketTrade(id, listing.symbol(), price, quantity, now, buyerIsMaker));
        return id;
    }

    public Order cancel(Order order, String cancelId) {
        return changed(ExecutionType.CANCELED, order.canceled(now), null, cancelId, RejectReason.NONE);
    }

    public Order expire(Order order, @Nullable ExpiryReason reason) {
        return changed(ExecutionType.EXPIRED, order.expired(reason, now), null, null, RejectReason.NONE);
    }

    /** {@code order} would have traded with one of its own account. */
    public Order prevent(Order order) {
        return changed(ExecutionType.TRADE_PREVENTION, order.prevented(now), null, null, RejectReason.NONE);
    }

    /** Makes {@code order} smaller. */
    public Amendment amend(Order order, long quantity, String clientOrderId) {
        Order amended = order.amended(clientOrderId, quantity, now);
        long execution = put(ExecutionType.REPLACED, amended, null, null, order.clientOrderId(), RejectReason.NONE);
        Amendment amendment = new Amendment(
                execution,
                order.uid(),
                order.symbol(),
                order.id(),
                order.clientOrderId(),
                clientOrderId,
                order.quantity(),
                quantity,
                now);
        amendments.add(amendment);
        return amendment;
    }

    public Order reject(Order order, RejectReason reason) {
        return changed(ExecutionType.REJECTED, order.rejected(now), null, null, reason);
    }

    /** Tells how {@code list} stands. */
    public void report(OrderList list, RejectReason rejected) {
        lists.put(list.id(), list);
        events.add(new ListReport(list, orders(list, list.orderIds()), rejected, now));
    }

    public boolean isEmpty() {
        return orders.isEmpty();
    }

    /** {@code draft} with all of it. */
    StateDraft changes(StateDraft draft) {
        return draft.orders(orders())
                .trades(trades)
                .balances(wallets.changes())
                .lists(List.copyOf(lists.values()))
                .amendments(amendments);
    }

    private Optional<Order> order(long uid, long id) {
        return Optional.ofNullable(orders.get(id))
                .or(() -> state.account(uid).history(listing.symbol()).byId(id));
    }

    private Order changed(
            ExecutionType type, Order order, @Nullable Trade trade, @Nullable String cancelId, RejectReason rejected) {
        var _ = put(type, order, trade, cancelId, null, rejected);
        return order;
    }

    /** Keeps {@code order} and tells of it in a report, whose number is returned. */
    private long put(
            ExecutionType type,
            Order order,
            @Nullable Trade trade,
            @Nullable String cancelId,
            @Nullable String earlierId,
            RejectReason rejected) {
        long before = lockedWith(order);
        if (type == ExecutionType.NEW) {
            waitingSince.put(order.id(), prints.size());
        }
        orders.put(order.id(), order);
        wallets.lock(order, lockedWith(order) - before);
        long execution = ids.nextExecution();
        events.add(new ExecutionReport(execution, type, order, trade, cancelId, earlierId, rejected, now));
        return execution;
    }

    /** What is locked for {@code order} and the one of which only one of both can trade: the larger of the two. */
    private long lockedWith(Order order) {
        List<Long> together = listOf(order)
                .map(OrderList::pair)
                .filter(pair -> pair.contains(order.id()))
                .orElse(List.of(order.id()));
        return together.stream()
                .map(id -> order(order.uid(), id))
                .flatMap(Optional::stream)
                .mapToLong(Order::lockedFunds)
                .max()
                .orElse(0);
    }

    /** What {@code order} could pay with: what is free and what is locked for itself. */
    public long spendable(Order order) {
        return wallets.free(order) + lockedWith(order);
    }

    private Trade trade(Order order, long id, long price, long quantity, long quote, boolean maker, long bar) {
        boolean buy = order.side() == Side.BUY;
        return new Trade(
                id,
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
                bar,
                order.details().listId());
    }
}

package dev.capstan.simulator.exchange;

import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.command.AmendRequest;
import dev.capstan.simulator.exchange.command.Amended;
import dev.capstan.simulator.exchange.command.Attempt;
import dev.capstan.simulator.exchange.command.Cancellation;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.command.PlacedList;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.command.ReplaceRequest;
import dev.capstan.simulator.exchange.command.Replacement;
import dev.capstan.simulator.exchange.command.RequestWindow;
import dev.capstan.simulator.exchange.matching.Floor;
import dev.capstan.simulator.exchange.matching.Matching;
import dev.capstan.simulator.exchange.order.CancelRestriction;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.ListRequest;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderKey;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.placing.ListPlacement;
import dev.capstan.simulator.exchange.placing.OrderLimits;
import dev.capstan.simulator.exchange.placing.Placement;
import dev.capstan.simulator.exchange.state.Desk;
import dev.capstan.simulator.exchange.state.Transaction;
import dev.capstan.simulator.exchange.state.VenueClock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an account can do. Each command checks everything before it changes anything. */
public final class Trading {

    private final ExchangeLock lock;
    private final VenueClock clock;
    private final Floor floor;
    private final Placement placement;
    private final ListPlacement listPlacement;
    private final Canceling canceling;
    private final Amending amending;

    Trading(ExchangeLock lock, VenueClock clock, Desk desk, Floor floor, Matching matching, OrderLimits limits) {
        this.lock = lock;
        this.clock = clock;
        this.floor = floor;
        this.placement = new Placement(matching, limits);
        this.listPlacement = new ListPlacement(placement, matching);
        this.canceling = new Canceling(desk, floor);
        this.amending = new Amending(desk, floor, placement);
    }

    /** Checks {@code request} as {@link #place} would, and leaves it at that. */
    public void check(Account account, OrderRequest request) {
        lock.run(() -> check(account, floor.market(request.symbol()), request));
    }

    private OrderRequest check(Account account, Market market, OrderRequest request) {
        OrderRequest sized = placement.sized(market, request);
        placement.checkRules(account, market, List.of(sized), clock.millis());
        placement.checkPossible(account, market, sized);
        return sized;
    }

    /**
     * Places an order.
     *
     * @throws RefusedException when the venue would not take it
     */
    public Placed place(Account account, OrderRequest request, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            Market market = floor.market(request.symbol());
            OrderRequest sized = check(account, market, request);
            Transaction transaction = floor.begin(market, 1);
            Order order = placement.place(transaction, account, market, sized);
            account.orderCount().placed(1, clock.millis());
            floor.conclude(market, transaction);
            return new Placed(transaction.current(order), transaction.tradesOf(order));
        });
    }

    /** Places an order that gets no more than half of it at once, as if somebody else had taken the rest. */
    public Placed placeHalf(Account account, OrderRequest request, RequestWindow window) {
        return lock.get(() -> {
            Market market = floor.market(request.symbol());
            long half = placement.sized(market, request).quantity() / 2;
            market.leave(half - half % market.listing().step());
            try {
                return place(account, request, window);
            } finally {
                market.leave(Long.MAX_VALUE);
            }
        });
    }

    /**
     * Places a list, whole or not at all.
     *
     * @throws RefusedException when the venue would not take it
     */
    public PlacedList place(Account account, ListRequest request, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            Market market = floor.market(request.symbol());
            int orders = request.orders().size();
            ListRequest sized = request.with(order -> placement.sized(market, order));
            listPlacement.check(account, market, sized, clock.millis());
            Transaction transaction = floor.begin(market, orders);
            PlacedList placed = listPlacement.place(transaction, account, market, sized);
            account.orderCount().placed(orders, clock.millis());
            floor.conclude(market, transaction);
            return placed;
        });
    }

    /**
     * Cancels an open order, and with it the list it belongs to.
     *
     * @throws RefusedException when there is none, or not in the asked state
     */
    public Cancellation cancel(
            Account account, OrderKey key, CancelRestriction restriction, String cancelId, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            return canceling.one(account, key, restriction, cancelId);
        });
    }

    /**
     * Makes an open order smaller; it keeps its place in the queue.
     *
     * @throws RefusedException when there is none, or when it would not become smaller
     */
    public Amended amend(Account account, AmendRequest request, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            return amending.amend(account, request);
        });
    }

    /**
     * Cancels an order and places another one; each half may fail by itself.
     *
     * @throws RefusedException when a rule forbids the new order whatever becomes of the old one; nothing is canceled then
     */
    public Replacement replace(Account account, ReplaceRequest request, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            Optional<RefusedException> tooMany = request.tooMany(() -> checkRules(account, request.placed()));
            Attempt<Cancellation> canceled = Attempt.of(
                    () -> cancel(account, request.canceled(), request.restriction(), request.cancelId(), window));
            if (!canceled.isDone() && request.stopOnFailure()) {
                return new Replacement(canceled, new Attempt.NotMade<>());
            }
            Attempt<Placed> placed = tooMany.<Attempt<Placed>>map(Attempt.Refused::new)
                    .orElseGet(() -> Attempt.of(() -> place(account, request.placed(), window)));
            return new Replacement(canceled, placed);
        });
    }

    private void checkRules(Account account, OrderRequest request) {
        Market market = floor.market(request.symbol());
        placement.checkRules(account, market, List.of(placement.sized(market, request)), clock.millis());
    }

    /** Cancels what is open of a list; refuses when nothing is. */
    public Cancellation cancelList(Account account, String symbol, ListKey key, String cancelId, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            return canceling.list(account, symbol, key, cancelId);
        });
    }

    /** Cancels all open orders of {@code account} in {@code symbol}; refuses when there is none. */
    public List<Cancellation> cancelAll(
            Account account, String symbol, Supplier<String> cancelIds, RequestWindow window) {
        return lock.get(() -> {
            window.check(clock.micros());
            return canceling.all(account, symbol, cancelIds);
        });
    }
}

package dev.capstan.simulator.exchange.placing;

import dev.capstan.contracts.value.Side;
import dev.capstan.simulator.exchange.account.Account;
import dev.capstan.simulator.exchange.book.Market;
import dev.capstan.simulator.exchange.command.Placed;
import dev.capstan.simulator.exchange.command.PlacedList;
import dev.capstan.simulator.exchange.command.Refusal;
import dev.capstan.simulator.exchange.command.RefusedException;
import dev.capstan.simulator.exchange.matching.Matching;
import dev.capstan.simulator.exchange.order.Contingency;
import dev.capstan.simulator.exchange.order.ListKey;
import dev.capstan.simulator.exchange.order.ListRequest;
import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderList;
import dev.capstan.simulator.exchange.order.OrderRequest;
import dev.capstan.simulator.exchange.order.RejectReason;
import dev.capstan.simulator.exchange.state.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Placing a list: all of it or nothing. */
public final class ListPlacement {

    private final Placement placement;
    private final Matching matching;

    public ListPlacement(Placement placement, Matching matching) {
        this.placement = placement;
        this.matching = matching;
    }

    /** Refuses {@code request} if the venue would; changes nothing. */
    public void check(Account account, Market market, ListRequest request, long nowMillis) {
        placement.checkRules(account, market, request.orders(), nowMillis);
        Filters.checkLists(
                account.lists().openIn(request.symbol()), account.lists().open().size());
        checkIds(account, request);
        checkPair(market, request);
        if (request.contingency() == Contingency.OTO) {
            placement.checkPossible(account, market, request.orders().getFirst());
        } else {
            request.orders().forEach(order -> placement.checkRests(market, order));
            Side side = request.orders().getFirst().side();
            long needed = request.orders().stream()
                    .mapToLong(order -> order.needs(market.price()))
                    .max()
                    .orElse(0);
            placement.checkFunds(account, market, side, needed);
        }
    }

    private void checkIds(Account account, ListRequest request) {
        request.orders().forEach(order -> placement.checkClientId(account, order));
        Set<String> ids = new HashSet<>();
        boolean twice =
                !request.orders().stream().map(OrderRequest::clientOrderId).allMatch(ids::add);
        boolean listIsOpen = account.lists()
                .find(new ListKey(null, request.clientListId()))
                .filter(list -> !list.done())
                .isPresent();
        if (twice || listIsOpen) {
            throw new RefusedException(Refusal.DUPLICATE_CLIENT_ORDER_ID, "");
        }
    }

    /** The pair has to stand around a price: the market's, or the one its working order will have filled at. */
    private static void checkPair(Market market, ListRequest request) {
        List<OrderRequest> pair = request.pair();
        if (pair.isEmpty()) {
            return;
        }
        long above = edge(pair.getFirst(), Long.MAX_VALUE);
        long below = edge(pair.getLast(), 0);
        boolean around = request.contingency() == Contingency.OTO
                ? above > below
                : above > market.price() && market.price() > below;
        if (!around) {
            throw new RefusedException(Refusal.BAD_PAIR_PRICES, "");
        }
    }

    /** A stop that follows the market from the start stands nowhere: {@code open}. */
    private static long edge(OrderRequest order, long open) {
        if (order.trailing() != null && order.stopPrice() == 0) {
            return open;
        }
        return order.type().isConditional() ? order.stopPrice() : order.price();
    }

    /** Does what {@link #check} allowed. */
    public PlacedList place(Transaction transaction, Account account, Market market, ListRequest request) {
        OrderList list = transaction.open(account, request);
        List<Order> accepted = new ArrayList<>();
        for (OrderRequest order : request.orders()) {
            accepted.add(transaction.accept(list, accepted.size(), order));
        }
        transaction.report(list, RejectReason.NONE);
        if (request.contingency() == Contingency.OTO) {
            Order working = accepted.getFirst();
            matching.meet(transaction, market, working, market.price());
            accepted.set(0, transaction.current(working));
        }
        return new PlacedList(
                list,
                accepted.stream()
                        .map(order -> new Placed(order, transaction.tradesOf(order)))
                        .toList());
    }
}

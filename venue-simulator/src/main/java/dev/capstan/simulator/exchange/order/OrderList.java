package dev.capstan.simulator.exchange.order;

import java.util.List;

/**
 * Orders that were placed together and hang together.
 *
 * @param orderIds in the order they were placed; of {@link Contingency#OTO} the first one works and the others wait for it
 * @param done whether none of them can trade any more
 * @param at when it last changed, in microseconds
 */
public record OrderList(
        long id,
        long uid,
        String symbol,
        String clientListId,
        Contingency contingency,
        List<Long> orderIds,
        boolean done,
        long at) {

    public OrderList {
        orderIds = List.copyOf(orderIds);
    }

    public OrderList finished(long now) {
        return new OrderList(id, uid, symbol, clientListId, contingency, orderIds, true, now);
    }

    /** The orders that wait for the first one; none where nothing waits. */
    public List<Long> pending() {
        return contingency == Contingency.OTO ? orderIds.subList(1, orderIds.size()) : List.of();
    }

    /** The orders of which only one can trade; none where there is no such pair. */
    public List<Long> pair() {
        List<Long> pair = contingency == Contingency.OCO ? orderIds : pending();
        return pair.size() == 2 ? pair : List.of();
    }
}

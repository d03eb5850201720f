package dev.capstan.simulator.exchange.order;

import java.util.List;

/** What a client wants placed together: the two of a pair, or one order and the one or two that wait for it. */
public record ListRequest(String symbol, String clientListId, Contingency contingency, List<OrderRequest> orders) {

    public ListRequest {
        orders = List.copyOf(orders);
    }

    /** The two of which only one can trade; none where there is no such pair. */
    public List<OrderRequest> pair() {
        List<OrderRequest> pair = contingency == Contingency.OCO ? orders : orders.subList(1, orders.size());
        return pair.size() == 2 ? pair : List.of();
    }
}

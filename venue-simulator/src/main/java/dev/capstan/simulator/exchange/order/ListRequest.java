package dev.capstan.simulator.exchange.order;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a client wants placed together: the two of a pair, or one order and the one or two that wait for it. */
public record ListRequest(String symbol, String clientListId, Contingency contingency, List<OrderRequest> orders) {

    public ListRequest {
        orders = List.copyOf(orders);
    }

    /** The same list, each order as {@code change} makes it. */
    public ListRequest with(UnaryOperator<OrderRequest> change) {
        return new ListRequest(
                symbol, clientListId, contingency, orders.stream().map(change).toList());
    }

    /** The two of which only one can trade; none where there is no such pair. */
    public List<OrderRequest> pair() {
        List<OrderRequest> pair = contingency == Contingency.OCO ? orders : orders.subList(1, orders.size());
        return pair.size() == 2 ? pair : List.of();
    }
}

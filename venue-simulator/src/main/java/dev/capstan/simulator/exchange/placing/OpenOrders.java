package dev.capstan.simulator.exchange.placing;

import dev.capstan.simulator.exchange.order.Order;
import dev.capstan.simulator.exchange.order.OrderRequest;
import java.util.Collection;
import java.util.List;

/** How many orders of each limited kind an account has open in an instrument. */
record OpenOrders(int all, int algo, int iceberg) {

    static OpenOrders of(Collection<Order> open) {
        return new OpenOrders(
                open.size(),
                count(open.stream()
                        .filter(order -> order.type().isConditional())
                        .count()),
                count(open.stream()
                        .filter(order -> order.details().icebergQuantity() > 0)
                        .count()));
    }

    OpenOrders plus(List<OrderRequest> requests) {
        return new OpenOrders(
                all + requests.size(),
                algo
                        + count(requests.stream()
                                .filter(each -> each.type().isConditional())
                                .count()),
                iceberg
                        + count(requests.stream()
                                .filter(each -> each.icebergQuantity() > 0)
                                .count()));
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }
}

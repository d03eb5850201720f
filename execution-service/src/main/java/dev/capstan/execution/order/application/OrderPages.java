package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.domain.Order;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Orders page by page, newest first; pages neither repeat nor leave out what was there when the first one was read. */
public interface OrderPages {

    /**
     * The next orders.
     *
     * @param statuses empty for all
     * @param after where the page before ended
     */
    List<Order> page(
            Collection<AccountId> accounts, Collection<OrderStatus> statuses, Optional<Position> after, int limit);

    /** The last order of a page. */
    record Position(Instant receivedAt, OrderId orderId) {}
}

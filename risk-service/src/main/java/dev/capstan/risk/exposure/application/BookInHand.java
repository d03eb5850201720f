package dev.capstan.risk.exposure.application;

import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.risk.exposure.domain.BookedOrder;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A key's position and the orders that a batch tells of, while its events are applied. */
final class BookInHand {

    private final Map<OrderId, BookedOrder> orders = new HashMap<>();
    private final Set<OrderId> moved = new LinkedHashSet<>();
    private InstrumentPosition position;

    BookInHand(InstrumentPosition position, List<BookedOrder> orders) {
        this.position = position;
        orders.forEach(order -> this.orders.put(order.orderId(), order));
    }

    InstrumentPosition position() {
        return position;
    }

    Optional<BookedOrder> find(OrderId orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    void move(OrderEvent event, BookedOrder after) {
        position = position.after(event);
        orders.put(after.orderId(), after);
        moved.add(after.orderId());
    }

    boolean isMoved() {
        return !moved.isEmpty();
    }

    /** The orders that are not stored as they are now, each once; they count as stored from here on. */
    List<BookedOrder> takeMoved() {
        List<BookedOrder> taken =
                moved.stream().map(orders::get).map(Objects::requireNonNull).toList();
        moved.clear();
        return taken;
    }
}

package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an order, step by step, each with where we know it from. */
@RestController
class OrderHistoryController {

    private final OrderHistory history;
    private final OrderAccess access;

    OrderHistoryController(OrderHistory history, OrderAccess access) {
        this.history = history;
        this.access = access;
    }

    @Allowed
    @GetMapping("/api/orders/{orderId}/timeline")
    TimelineView timeline(Caller caller, @PathVariable OrderId orderId) {
        return new TimelineView(
                events(caller, orderId).stream().map(TimelineEntry::of).toList(), null);
    }

    @Allowed
    @GetMapping("/api/orders/{orderId}/fills")
    FillsView fills(Caller caller, @PathVariable OrderId orderId) {
        return new FillsView(
                events(caller, orderId).stream().flatMap(FillView::of).toList(), null);
    }

    private List<OrderEvent> events(Caller caller, OrderId orderId) {
        access.require(caller, orderId, Permission.VIEW);
        return history.timeline(orderId);
    }

    record TimelineView(List<TimelineEntry> items, @Nullable String nextCursor) {}

    record FillsView(List<FillView> items, @Nullable String nextCursor) {}
}

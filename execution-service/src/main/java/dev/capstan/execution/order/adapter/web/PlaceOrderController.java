package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.order.application.PlaceOrder;
import dev.capstan.execution.order.application.Placement;
import dev.capstan.execution.order.domain.Denial;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceOrderController {

    private static final int ASK_AGAIN_AFTER_SECONDS = 1;

    private final PlaceOrder placeOrder;
    private final Accounts accounts;

    PlaceOrderController(PlaceOrder placeOrder, Accounts accounts) {
        this.placeOrder = placeOrder;
        this.accounts = accounts;
    }

    @Allowed({Role.TRADER, Role.SERVICE})
    @PostMapping("/api/orders")
    ResponseEntity<PlacedOrderView> place(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String idempotencyKey,
            @RequestBody SubmitOrderRequest request)
            throws InterruptedException {
        String key = IdempotencyKey.require(idempotencyKey);
        accounts.require(caller, request.accountId(), Permission.TRADE);
        return switch (placeOrder.place(request.toNewOrder(caller, key))) {
            case Placement.Decided(Order order) -> decided(order);
            case Placement.Undecided(Order order) ->
                throw ProblemException.retryLater(
                        ProblemCode.ORDER_UNDECIDED, ProblemCode.ORDER_UNDECIDED.title(), ASK_AGAIN_AFTER_SECONDS);
            case Placement.KeyReused(Order order) ->
                throw ProblemException.of(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED, ProblemCode.IDEMPOTENCY_KEY_REUSED.title());
        };
    }

    /** Approved once means 201 for ever, whatever became of the order later. */
    private static ResponseEntity<PlacedOrderView> decided(Order order) {
        if (order.status() == OrderStatus.DENIED && order.approvedAt() == null) {
            throw denied(order, Objects.requireNonNull(order.denial()));
        }
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(PlacedOrderView.of(order));
    }

    private static ProblemException denied(Order order, Denial denial) {
        return ProblemException.with(
                ProblemCode.ORDER_DENIED,
                denial.reason().remedy(),
                Map.of(
                        "reason", denial.reason().name(),
                        "orderId", order.id().text(),
                        "context", denial.context()));
    }
}

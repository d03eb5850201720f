package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.order.application.CancelOrder;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import dev.capstan.kit.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Cancels: the answer says that it is wanted, the order's state that it happened. */
@RestController
class CancelOrderController {

    private final CancelOrder cancelOrder;
    private final OrderAccess access;
    private final Accounts accounts;

    CancelOrderController(CancelOrder cancelOrder, OrderAccess access, Accounts accounts) {
        this.cancelOrder = cancelOrder;
        this.access = access;
        this.accounts = accounts;
    }

    @Allowed({Role.TRADER, Role.SERVICE})
    @PostMapping("/api/orders/{orderId}/cancel")
    OrderView cancel(Caller caller, @PathVariable OrderId orderId) {
        return OrderView.of(cancelOrder.cancel(access.require(caller, orderId, Permission.TRADE)));
    }

    @Allowed({Role.TRADER, Role.SERVICE})
    @PostMapping("/api/orders/cancel-all")
    OrderList cancelAll(Caller caller, @RequestBody CancelAllRequest request) {
        accounts.require(caller, request.accountId(), Permission.TRADE);
        List<OrderView> canceled =
                cancelOrder.cancelAll(request.accountId(), Optional.ofNullable(request.instrumentId())).stream()
                        .map(OrderView::of)
                        .toList();
        return new OrderList(canceled, null);
    }

    /**
     * What to cancel.
     *
     * @param instrumentId null for all of the account
     */
    record CancelAllRequest(AccountId accountId, @Nullable InstrumentId instrumentId) {}
}

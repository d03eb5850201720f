package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.problem.ProblemCode;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Caller;
import org.springframework.stereotype.Component;

/** Whose orders a caller may see and change; a stranger's order does not exist. */
@Component
class OrderAccess {

    private final Orders orders;
    private final Accounts accounts;

    OrderAccess(Orders orders, Accounts accounts) {
        this.orders = orders;
        this.accounts = accounts;
    }

    Order require(Caller caller, OrderId orderId, Permission permission) {
        Order order = orders.find(orderId).orElseThrow(OrderAccess::notFound);
        accounts.require(caller, order.terms().accountId(), permission);
        return order;
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.title());
    }
}

package dev.capstan.execution.order.adapter.web;

import dev.capstan.contracts.account.Permission;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.account.Account;
import dev.capstan.execution.account.Accounts;
import dev.capstan.execution.order.application.OrderPages;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.kit.problem.ProblemException;
import dev.capstan.kit.security.Allowed;
import dev.capstan.kit.security.Caller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders, newest first. */
@RestController
class OrderListController {

    private static final int MOST = 500;

    private final OrderPages pages;
    private final Accounts accounts;

    OrderListController(OrderPages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @Allowed
    @GetMapping("/api/orders")
    OrderList list(
            Caller caller,
            @RequestParam(required = false) @Nullable AccountId accountId,
            @RequestParam(required = false) @Nullable List<@Nullable OrderStatus> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "expected 1 to " + MOST + ", got: " + limit);
        }
        List<Order> orders =
                pages.page(visible(caller, accountId), checked(status), OrderCursor.parse(cursor), limit + 1);
        List<Order> shown = orders.subList(0, Math.min(limit, orders.size()));
        return new OrderList(
                shown.stream().map(OrderView::of).toList(),
                orders.size() > limit ? OrderCursor.after(shown.getLast()) : null);
    }

    /** A blank between commas is read as none. */
    private static List<OrderStatus> checked(@Nullable List<@Nullable OrderStatus> status) {
        List<OrderStatus> checked = new ArrayList<>();
        for (OrderStatus one : status == null ? List.<@Nullable OrderStatus>of() : status) {
            if (one == null) {
                throw ProblemException.invalid("status", "expected one of " + Arrays.toString(OrderStatus.values()));
            }
            checked.add(one);
        }
        return checked;
    }

    private List<AccountId> visible(Caller caller, @Nullable AccountId accountId) {
        return accountId == null
                ? accounts.visibleTo(caller).stream().map(Account::accountId).toList()
                : List.of(accounts.require(caller, accountId, Permission.VIEW).accountId());
    }
}

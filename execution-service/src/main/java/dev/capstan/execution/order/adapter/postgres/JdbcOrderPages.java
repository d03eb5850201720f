package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.application.OrderPages;
import dev.capstan.execution.order.domain.Order;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keyset pages over {@code (received_at, order_id)}. */
final class JdbcOrderPages implements OrderPages {

    private final JdbcClient jdbc;

    JdbcOrderPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Order> page(
            Collection<AccountId> accounts, Collection<OrderStatus> statuses, Optional<Position> after, int limit) {
        Sql sql = new Sql()
                .add(
                        "SELECT * FROM orders WHERE account_id = ANY (?::uuid[])",
                        accounts.stream().map(AccountId::text).collect(Collectors.joining(",", "{", "}")));
        if (!statuses.isEmpty()) {
            sql.add(
                    " AND status = ANY (?::text[])",
                    statuses.stream().map(OrderStatus::name).collect(Collectors.joining(",", "{", "}")));
        }
        after.ifPresent(position -> sql.add(
                " AND (received_at, order_id) < (?, ?)",
                position.receivedAt(),
                position.orderId().value()));
        sql.add(" ORDER BY received_at DESC, order_id DESC LIMIT ?", limit);
        return jdbc.sql(sql.text()).params(sql.values()).query(OrderRow::read).list();
    }
}

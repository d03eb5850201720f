package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.OrderPages;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ports of the feature on PostgreSQL. */
public final class OrderTables {

    private final JdbcClient jdbc;
    private final EventJson json;

    public OrderTables(JdbcClient jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Orders orders() {
        return new JdbcOrders(jdbc);
    }

    public OrderPages pages() {
        return new JdbcOrderPages(jdbc);
    }

    public OrderHistory history() {
        return new JdbcOrderHistory(jdbc, json);
    }

    public OrderStreams streams(
            Transactions transactions,
            Outbox outbox,
            Ids ids,
            Clock clock,
            OrderSignals signals,
            MeterRegistry meters) {
        return new JdbcOrderStreams(jdbc, transactions, outbox, json, ids, clock, signals, meters);
    }

    /** The id of this installation; made by whichever replica starts first. */
    public UUID installationId(Ids ids) {
        jdbc.sql("INSERT INTO installation (installation_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(ids.next())
                .update();
        return jdbc.sql("SELECT installation_id FROM installation")
                .query(UUID.class)
                .single();
    }
}

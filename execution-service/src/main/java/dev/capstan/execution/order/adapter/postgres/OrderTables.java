package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.execution.order.application.EarlyLooks;
import dev.capstan.execution.order.application.OrderHistory;
import dev.capstan.execution.order.application.OrderPages;
import dev.capstan.execution.order.application.OrderSignals;
import dev.capstan.execution.order.application.OrderStreams;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.session.SessionGuard;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.kit.ids.Ids;
import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ports of the feature on PostgreSQL. */
public final class OrderTables {

    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final EventJson json;

    public OrderTables(JdbcOperations operations, EventJson json) {
        this.jdbc = JdbcClient.create(operations);
        this.operations = operations;
        this.json = json;
    }

    public Orders orders() {
        return new JdbcOrders(jdbc);
    }

    public OrderActivity activity() {
        return new OrderActivity(jdbc);
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
            SessionGuard guard,
            TradingStates states,
            OrderSignals signals,
            MeterRegistry meters) {
        return new JdbcOrderStreams(new StreamTransactions(
                operations,
                transactions,
                outbox,
                numbers -> new JdbcOpenStreams(operations, json, ids, clock, numbers),
                trip -> new StreamQuestions(trip, guard, states),
                signals,
                meters));
    }

    public EarlyLooks earlyLooks(TradingStates states) {
        return new JdbcEarlyLooks(operations, states);
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

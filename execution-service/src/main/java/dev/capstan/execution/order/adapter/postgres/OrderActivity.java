package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.kit.activity.ActivitySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders that go on by themselves: not decided, approved and not claimed, claimed and not answered, in doubt, about to be canceled, or short
 * of fills that the venue has told of. What rests at the venue waits for the market and is not counted.
 */
public final class OrderActivity implements ActivitySource {

    private final JdbcClient jdbc;

    OrderActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "orders";
    }

    /** The first condition is that of the index of open orders. Every event of an order takes a number of its stream. */
    @Override
    public Work look() {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM orders
                                 WHERE status IN ('NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'UNKNOWN')
                                   AND (status IN ('NEW', 'SUBMITTED', 'UNKNOWN') OR cancel_requested
                                        OR venue_executed > filled_quantity)) AS pending,
                               (SELECT coalesce(sum(last_number), 0)::bigint FROM order_stream) AS done
                        """)
                .query((row, _) -> new Work(row.getLong("pending"), row.getLong("done")))
                .single();
    }
}

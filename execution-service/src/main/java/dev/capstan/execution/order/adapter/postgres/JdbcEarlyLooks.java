package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.value.Side;
import dev.capstan.execution.order.application.EarlyLook;
import dev.capstan.execution.order.application.EarlyLooks;
import dev.capstan.execution.order.application.OrdersUnderWay;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.kit.jdbc.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;

/** Two reads in one round trip. They need not be of one moment: each is only good for an early answer. */
final class JdbcEarlyLooks implements EarlyLooks {

    /** Summed up there: behind a venue that has become slow there may be hundreds. */
    private static final String UNDER_WAY = "SELECT instrument_id, side, sum(quantity) AS quantity, "
            + "coalesce(sum(quantity * limit_price), 0) AS notional, bool_or(status = 'UNKNOWN') AS in_doubt FROM orders "
            + "WHERE account_id = ? AND status IN ('NEW', 'SUBMITTED', 'UNKNOWN') AND order_id <> ? GROUP BY instrument_id, side";

    private final JdbcOperations jdbc;
    private final TradingStates states;

    JdbcEarlyLooks(JdbcOperations jdbc, TradingStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    @Override
    public EarlyLook at(StreamKey key, OrderId asking) {
        RoundTrip trip = new RoundTrip(jdbc);
        Supplier<Optional<TradingStateEvent>> halt = states.haltOf(key, trip);
        RoundTrip.Rows<OrdersUnderWay> underWay =
                trip.query(UNDER_WAY, List.of(key.accountId().value(), asking.value()), JdbcEarlyLooks::underWay);
        trip.send();
        return new EarlyLook(halt.get(), underWay.list());
    }

    private static OrdersUnderWay underWay(ResultSet row, int index) throws SQLException {
        return new OrdersUnderWay(
                InstrumentId.parse(row.getString("instrument_id")),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("notional"),
                row.getBoolean("in_doubt"));
    }
}

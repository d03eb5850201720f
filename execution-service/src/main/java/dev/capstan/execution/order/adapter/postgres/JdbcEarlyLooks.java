package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.execution.order.application.EarlyLook;
import dev.capstan.execution.order.application.EarlyLooks;
import dev.capstan.execution.order.application.OrderUnderWay;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.kit.jdbc.RoundTrip;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;

/** Two reads in one round trip. They need not be of one moment: each is only good for an early answer. */
final class JdbcEarlyLooks implements EarlyLooks {

    private static final String UNDER_WAY = "SELECT order_id, instrument_id, side, quantity, limit_price, "
            + "status = 'UNKNOWN' AS in_doubt FROM orders WHERE account_id = ? AND status IN ('NEW', 'SUBMITTED', 'UNKNOWN')";

    private final JdbcOperations jdbc;
    private final TradingStates states;

    JdbcEarlyLooks(JdbcOperations jdbc, TradingStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    @Override
    public EarlyLook at(StreamKey key) {
        RoundTrip trip = new RoundTrip(jdbc);
        Supplier<Optional<TradingStateEvent>> halt = states.haltOf(key, trip);
        RoundTrip.Rows<OrderUnderWay> underWay =
                trip.query(UNDER_WAY, List.of(key.accountId().value()), JdbcEarlyLooks::underWay);
        trip.send();
        return new EarlyLook(halt.get(), underWay.list());
    }

    private static OrderUnderWay underWay(ResultSet row, int index) throws SQLException {
        return new OrderUnderWay(
                OrderId.of(row.getObject("order_id", UUID.class)),
                InstrumentId.parse(row.getString("instrument_id")),
                Side.valueOf(row.getString("side")),
                Quantity.of(Sql.decimal(row, "quantity")),
                OrderRow.limitPrice(row),
                row.getBoolean("in_doubt"));
    }
}

package dev.capstan.execution.reconciliation.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.reconciliation.domain.BookedFills;
import dev.capstan.execution.reconciliation.domain.FillKey;
import dev.capstan.execution.reconciliation.domain.OpenOrder;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code orders}, {@code fill} and {@code order_stream}; never writes them. */
@Repository
class JdbcOrderBook implements OrderBook {

    private final JdbcClient jdbc;

    JdbcOrderBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenOrder> openOrders(AccountId accountId) {
        return jdbc.sql("""
                        select instrument_id, client_order_id, status, filled_quantity from orders
                        where account_id = :account
                          and status in ('SUBMITTED', 'UNKNOWN', 'ACCEPTED', 'PARTIALLY_FILLED')
                        """)
                .param("account", accountId.value())
                .query((row, number) -> new OpenOrder(
                        InstrumentId.parse(row.getString("instrument_id")),
                        ClientOrderId.parse(row.getString("client_order_id")),
                        OrderStatus.valueOf(row.getString("status")),
                        Quantity.of(row.getBigDecimal("filled_quantity"))))
                .list();
    }

    @Override
    public Set<InstrumentId> instruments(AccountId accountId) {
        return Set.copyOf(jdbc.sql("""
                        select instrument_id from order_stream stream where account_id = :account
                          and exists (select from orders where orders.account_id = stream.account_id
                            and orders.instrument_id = stream.instrument_id
                            and (venue_order_id is not null or claim_attempt is not null))
                        """)
                .param("account", accountId.value())
                .query((row, number) -> InstrumentId.parse(row.getString("instrument_id")))
                .list());
    }

    /** One statement is one snapshot, whatever the isolation level: two would let a fill slip between numbers and fills. */
    @Override
    public BookedFills bookedFills(AccountId accountId, Instant since) {
        Map<InstrumentId, Long> lastNumbers = new HashMap<>();
        Map<FillKey, Instant> fills = new HashMap<>();
        jdbc.sql("""
                        select instrument_id, last_number, null::text as trade_id, null::text as venue_order_id,
                            null::timestamptz as occurred_at
                        from order_stream where account_id = :account
                        union all
                        select instrument_id, null, trade_id, venue_order_id, occurred_at
                        from fill where account_id = :account and occurred_at >= :since
                        """)
                .param("account", accountId.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    InstrumentId instrumentId = InstrumentId.parse(row.getString("instrument_id"));
                    String tradeId = row.getString("trade_id");
                    if (tradeId == null) {
                        lastNumbers.put(instrumentId, row.getLong("last_number"));
                    } else {
                        fills.put(
                                new FillKey(
                                        instrumentId,
                                        TradeId.parse(tradeId),
                                        VenueOrderId.parse(row.getString("venue_order_id"))),
                                row.getObject("occurred_at", OffsetDateTime.class)
                                        .toInstant());
                    }
                });
        return new BookedFills(lastNumbers, fills);
    }

    @Override
    public Optional<ClientOrderId> clientOrderIdOf(
            AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return jdbc.sql("""
                        select client_order_id from orders
                        where account_id = :account and instrument_id = :instrument and venue_order_id = :venueOrder
                        """)
                .param("account", accountId.value())
                .param("instrument", instrumentId.text())
                .param("venueOrder", venueOrderId.text())
                .query((row, number) -> ClientOrderId.parse(row.getString("client_order_id")))
                .optional();
    }
}

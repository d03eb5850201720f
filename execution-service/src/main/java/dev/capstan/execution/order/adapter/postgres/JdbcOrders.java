package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.execution.order.application.BookedOrder;
import dev.capstan.execution.order.application.Orders;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.tradingstate.TradingScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of {@code orders}; each work list has a partial index of its own. */
final class JdbcOrders implements Orders {

    private static final String SELECT = "SELECT * FROM orders WHERE ";
    private static final String OF_ACCOUNTS = "account_id = ANY (?::uuid[]) AND ";

    private static final String OPEN = "status IN ('NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'UNKNOWN')";

    private final JdbcClient jdbc;

    JdbcOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Order> find(OrderId orderId) {
        return one(SELECT + "order_id = ?", orderId.value());
    }

    @Override
    public Optional<Order> find(AccountId accountId, ClientOrderId clientOrderId) {
        return one(SELECT + "account_id = ? AND client_order_id = ?", accountId.value(), clientOrderId);
    }

    @Override
    public Optional<Order> findAtVenue(AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return one(
                SELECT + "account_id = ? AND instrument_id = ? AND venue_order_id = ?",
                accountId.value(),
                instrumentId,
                venueOrderId);
    }

    @Override
    public Optional<BookedOrder> findBooked(
            AccountId accountId, ClientOrderId clientOrderId, VenueOrderId venueOrderId, Collection<TradeId> trades) {
        Sql sql = StreamReads.booked(venueOrderId, trades)
                .add("o.account_id = ? AND o.client_order_id = ?", accountId.value(), clientOrderId);
        return jdbc.sql(sql.text())
                .params(sql.values())
                .query(StreamReads::booked)
                .optional();
    }

    @Override
    public List<Order> claimable(Collection<AccountId> accounts, Instant now, int limit) {
        return many(
                "(" + SELECT + OF_ACCOUNTS + "status = 'NEW' AND approved_at IS NOT NULL ORDER BY approved_at LIMIT ?) "
                        + "UNION ALL (" + SELECT + OF_ACCOUNTS + "status = 'SUBMITTED' AND claim_refusal IS NOT NULL "
                        + "AND claimed_at + make_interval(secs => power(2, claim_attempt - 1)) <= ? LIMIT ?)",
                array(accounts),
                limit,
                array(accounts),
                now,
                limit);
    }

    @Override
    public List<Order> takeOverdue(Instant now, Duration reservedFor, int limit) {
        return many(
                "WITH taken AS (UPDATE orders SET decide_after = ? WHERE order_id IN (SELECT order_id FROM orders "
                        + "WHERE status = 'NEW' AND decide_after <= ? ORDER BY decide_after LIMIT ? FOR UPDATE SKIP LOCKED) "
                        + "AND status = 'NEW' RETURNING *) SELECT * FROM taken UNION ALL "
                        + "(" + SELECT
                        + "status = 'SUBMITTED' AND claim_refusal IS NOT NULL AND submit_by < ? LIMIT ?)",
                now.plus(reservedFor),
                now,
                limit,
                now,
                limit);
    }

    /** One arm for each partial index. */
    @Override
    public List<Order> toFollowUp(Collection<AccountId> accounts, Instant claimedBefore) {
        String owned = array(accounts);
        String arm = "(" + SELECT + OF_ACCOUNTS;
        List<Order> found = many(
                arm + "status = 'UNKNOWN' ORDER BY doubt_since) UNION ALL "
                        + arm + "status = 'SUBMITTED' AND claim_refusal IS NULL AND claimed_at < ?) UNION ALL "
                        + arm + "status IN ('ACCEPTED', 'PARTIALLY_FILLED') AND cancel_requested) UNION ALL "
                        + arm + "venue_executed > filled_quantity)",
                owned,
                owned,
                claimedBefore,
                owned,
                owned);
        return found.stream().distinct().toList();
    }

    @Override
    public List<Order> open(AccountId accountId) {
        return many(SELECT + "account_id = ? AND " + OPEN + " ORDER BY received_at", accountId.value());
    }

    @Override
    public List<AccountId> accountsWithOpenOrders() {
        return jdbc.sql("SELECT DISTINCT account_id FROM orders WHERE " + OPEN)
                .query((row, index) -> AccountId.of(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public boolean hasSubmitsIn(TradingScope scope, Duration longest, Instant doubtfulSince) {
        AccountId accountId = scope.accountId();
        // Both clocks of the first are the database's; a claim's row is written no earlier than its request's timestamp
        // was taken.
        Sql sql = new Sql()
                .add(
                        "SELECT EXISTS (SELECT FROM orders WHERE status IN ('SUBMITTED', 'UNKNOWN') AND claim_refusal IS NULL "
                                + "AND (status = 'SUBMITTED' AND updated_at > clock_timestamp() - ? * interval '1 millisecond' "
                                + "OR status = 'UNKNOWN' AND claimed_at >= ?)",
                        longest.toMillis(),
                        doubtfulSince);
        if (accountId != null) {
            sql.add(" AND account_id = ?", accountId.value());
        }
        if (scope.instrumentId() != null) {
            sql.add(" AND instrument_id = ?", scope.instrumentId());
        }
        return jdbc.sql(sql.add(")").text())
                .params(sql.values())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Order> submitted(AccountId accountId) {
        return many(SELECT + "account_id = ? AND status = 'SUBMITTED' ORDER BY claimed_at", accountId.value());
    }

    @Override
    public Set<StreamKey> streamsWithClaims(AccountId accountId) {
        return jdbc.sql("SELECT DISTINCT instrument_id FROM orders WHERE account_id = ? AND status = 'SUBMITTED'")
                .param(accountId.value())
                .query((row, index) -> new StreamKey(accountId, InstrumentId.parse(row.getString(1))))
                .set();
    }

    private Optional<Order> one(String sql, Object... values) {
        return many(sql, values).stream().findFirst();
    }

    private List<Order> many(String sql, @Nullable Object... values) {
        Sql statement = new Sql().add(sql, values);
        return jdbc.sql(statement.text())
                .params(statement.values())
                .query(OrderRow::read)
                .list();
    }

    private static String array(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::text).collect(Collectors.joining(",", "{", "}"));
    }
}

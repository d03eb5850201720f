package dev.capstan.portfolio.balance.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.balance.domain.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Snapshots with their amounts and marks. */
class SnapshotRows {

    private static final String INSERT = """
            with kept as (
                insert into balance_snapshot (event_id, account_id, observed_at, recorded_at)
                values (:eventId, :accountId, :observedAt, :recordedAt)
                on conflict (event_id) do nothing
                returning event_id
            ), amounts as (
                insert into balance_snapshot_amount (event_id, asset, amount)
                select kept.event_id, line.asset, line.amount::numeric
                from kept, unnest(:assets::text[], :amounts::text[]) as line (asset, amount)
            ), marks as (
                insert into balance_snapshot_mark (event_id, instrument_id, number)
                select kept.event_id, line.instrument_id, line.number::bigint
                from kept, unnest(:instruments::text[], :numbers::text[]) as line (instrument_id, number)
            )
            select count(*) from kept
            """;

    private final JdbcClient jdbc;

    SnapshotRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Snapshot snapshot, Instant recordedAt) {
        List<Map.Entry<Asset, Money>> amounts = List.copyOf(snapshot.amounts().entrySet());
        List<Map.Entry<InstrumentId, Long>> marks = List.copyOf(snapshot.marks().entrySet());
        return jdbc.sql(INSERT)
                        .param("eventId", snapshot.eventId())
                        .param("accountId", snapshot.accountId().value())
                        .param("observedAt", snapshot.observedAt().atOffset(ZoneOffset.UTC))
                        .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                        .param(
                                "assets",
                                amounts.stream()
                                        .map(line -> line.getKey().text())
                                        .toArray(String[]::new))
                        .param(
                                "amounts",
                                amounts.stream()
                                        .map(line -> line.getValue().text())
                                        .toArray(String[]::new))
                        .param(
                                "instruments",
                                marks.stream().map(line -> line.getKey().text()).toArray(String[]::new))
                        .param(
                                "numbers",
                                marks.stream()
                                        .map(line -> line.getValue().toString())
                                        .toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    Optional<Snapshot> oldestWaiting(AccountId accountId) {
        return jdbc.sql("""
                        select * from balance_snapshot
                        where account_id = :accountId and not settled
                        order by observed_at, event_id limit 1
                        """)
                .param("accountId", accountId.value())
                .query((row, index) -> snapshot(row))
                .optional();
    }

    private Snapshot snapshot(ResultSet row) throws SQLException {
        UUID eventId = row.getObject("event_id", UUID.class);
        return new Snapshot(
                eventId,
                AccountId.of(row.getObject("account_id", UUID.class)),
                amounts(eventId),
                marks(eventId),
                row.getObject("observed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("alerted"));
    }

    private Map<Asset, Money> amounts(UUID eventId) {
        Map<Asset, Money> amounts = new HashMap<>();
        jdbc.sql("select asset, amount from balance_snapshot_amount where event_id = :eventId")
                .param("eventId", eventId)
                .query((ResultSet line) -> {
                    amounts.put(Asset.parse(line.getString("asset")), Money.of(line.getBigDecimal("amount")));
                });
        return amounts;
    }

    private Map<InstrumentId, Long> marks(UUID eventId) {
        Map<InstrumentId, Long> marks = new HashMap<>();
        jdbc.sql("select instrument_id, number from balance_snapshot_mark where event_id = :eventId")
                .param("eventId", eventId)
                .query((ResultSet line) -> {
                    marks.put(InstrumentId.parse(line.getString("instrument_id")), line.getLong("number"));
                });
        return marks;
    }
}

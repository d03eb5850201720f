package dev.capstan.risk.limit;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.kit.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Table {@code limit_change}: only ever added to. */
@Repository
public class LimitChanges {

    private static final UUID LATEST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    LimitChanges(JdbcClient jdbc, ObjectMapper json, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    void record(
            AccountId accountId,
            @Nullable InstrumentId instrumentId,
            long version,
            String changedBy,
            Object before,
            Object after) {
        jdbc.sql("""
                        INSERT INTO limit_change (change_id, account_id, instrument_id, version, changed_by, changed_at, before, after)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")
                .param(ids.next())
                .param(accountId.value())
                .param(instrumentId == null ? null : instrumentId.text())
                .param(version)
                .param(changedBy)
                .param(Timestamp.from(clock.instant()))
                .param(json.writeValueAsString(before))
                .param(json.writeValueAsString(after))
                .update();
    }

    /** Newest first, those made before {@code olderThan}: ids are ordered by time. */
    public List<LimitChange> newest(AccountId accountId, @Nullable UUID olderThan, int limit) {
        return jdbc.sql("""
                        SELECT change_id, instrument_id, version, changed_by, changed_at, before, after
                          FROM limit_change
                         WHERE account_id = ? AND change_id < ?
                         ORDER BY change_id DESC LIMIT ?""")
                .params(accountId.value(), olderThan == null ? LATEST : olderThan, limit)
                .query(LimitChanges::change)
                .list();
    }

    private static LimitChange change(ResultSet row, int number) throws SQLException {
        String instrumentId = row.getString("instrument_id");
        return new LimitChange(
                row.getObject("change_id", UUID.class),
                instrumentId == null ? null : InstrumentId.parse(instrumentId),
                row.getLong("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("before"),
                row.getString("after"));
    }
}

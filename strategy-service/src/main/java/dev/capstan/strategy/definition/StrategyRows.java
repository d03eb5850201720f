package dev.capstan.strategy.definition;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.json.EventJson;
import dev.capstan.strategy.CallKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Saved strategies in PostgreSQL. */
@Repository
class StrategyRows implements SavedStrategies {

    private static final String SELECT = """
            SELECT s.id, v.version, v.name, s.kind, v.parameters, v.auto_update, s.archived_at, s.created_at,
                   v.created_at AS saved_at, s.save_hash
              FROM strategies s JOIN strategy_versions v ON v.strategy_id = s.id
            """;
    private static final String NEWEST = " AND v.version = s.version";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final EventJson json;

    StrategyRows(JdbcClient jdbc, Transactions transactions, EventJson json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
    }

    /** The first version, or what an earlier call with this key saved. */
    SavedStrategy add(StrategyId id, CallKey key, Definition definition) {
        return transactions.call(() -> {
            int added = jdbc.sql("""
                            INSERT INTO strategies (id, owner, name, kind, auto_update, version, save_key, save_hash)
                            VALUES (:id, :owner, :name, :kind, :autoUpdate, 1, :key, :hash)
                            ON CONFLICT (owner, save_key) DO NOTHING""")
                    .param("id", id.value())
                    .param("owner", key.owner())
                    .param("name", definition.name())
                    .param("kind", definition.kind())
                    .param("autoUpdate", definition.autoUpdate())
                    .param("key", key.key())
                    .param("hash", key.requestHash())
                    .update();
            if (added == 1) {
                addVersion(id, 1, key.owner(), definition);
            }
            return saved(key);
        });
    }

    private SavedStrategy saved(CallKey key) {
        return jdbc.sql(SELECT + "WHERE s.owner = :owner AND s.save_key = :key AND v.version = 1")
                .param("owner", key.owner())
                .param("key", key.key())
                .query((row, _) -> {
                    key.requireSame(row.getString("save_hash"));
                    return read(row);
                })
                .single();
    }

    private void addVersion(StrategyId id, int version, String by, Definition definition) {
        jdbc.sql("""
                        INSERT INTO strategy_versions (strategy_id, version, name, parameters, auto_update, saved_by)
                        VALUES (:id, :version, :name, :parameters::jsonb, :autoUpdate, :by)""")
                .param("id", id.value())
                .param("version", version)
                .param("name", definition.name())
                .param("parameters", new String(json.write(definition.parameters()), StandardCharsets.UTF_8))
                .param("autoUpdate", definition.autoUpdate())
                .param("by", by)
                .update();
    }

    /** Changes the newest version of one's own strategy while nobody else does; empty when there is no such strategy. */
    Optional<SavedStrategy> change(String owner, StrategyId id, UnaryOperator<SavedStrategy> change) {
        return transactions.call(() -> jdbc.sql("SELECT FROM strategies WHERE id = :id AND owner = :owner FOR UPDATE")
                .param("id", id.value())
                .param("owner", owner)
                .query((_, _) -> true)
                .optional()
                .flatMap(_ -> find(owner, id, null))
                .map(change));
    }

    /** Called inside {@link #change}. */
    SavedStrategy addNext(String by, SavedStrategy before, Definition definition) {
        int next = before.version() + 1;
        addVersion(before.strategyId(), next, by, definition);
        jdbc.sql("UPDATE strategies SET name = :name, auto_update = :autoUpdate, version = :version, updated_at = now()"
                        + " WHERE id = :id")
                .param("name", definition.name())
                .param("autoUpdate", definition.autoUpdate())
                .param("version", next)
                .param("id", before.strategyId().value())
                .update();
        return find(by, before.strategyId(), next).orElseThrow();
    }

    /** Called inside {@link #change}. */
    SavedStrategy archive(String by, SavedStrategy before) {
        jdbc.sql("UPDATE strategies SET archived_at = COALESCE(archived_at, now()), updated_at = now() WHERE id = :id")
                .param("id", before.strategyId().value())
                .update();
        return find(by, before.strategyId(), null).orElseThrow();
    }

    @Override
    public Optional<SavedStrategy> find(String owner, StrategyId id, @Nullable Integer version) {
        return jdbc.sql(SELECT + "WHERE s.id = :id AND s.owner = :owner"
                        + (version == null ? NEWEST : " AND v.version = :version"))
                .param("id", id.value())
                .param("owner", owner)
                .param("version", version)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The newest version of each, the youngest strategy first. */
    List<SavedStrategy> of(String owner, @Nullable StrategyId before, int limit) {
        return jdbc.sql(SELECT + "WHERE s.owner = :owner" + NEWEST + (before == null ? "" : " AND s.id < :before")
                        + " ORDER BY s.id DESC LIMIT :limit")
                .param("owner", owner)
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** All versions of one, the newest first. */
    List<SavedStrategy> versions(String owner, StrategyId id, int before, int limit) {
        return jdbc.sql(SELECT + "WHERE s.id = :id AND s.owner = :owner AND v.version < :before"
                        + " ORDER BY v.version DESC LIMIT :limit")
                .param("id", id.value())
                .param("owner", owner)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    private SavedStrategy read(ResultSet row) throws SQLException {
        return new SavedStrategy(
                new StrategyId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("name"),
                row.getString("kind"),
                parameters(row.getString("parameters")),
                row.getBoolean("auto_update"),
                instant(row.getTimestamp("archived_at")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("saved_at").toInstant());
    }

    private Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        json.readTree(text.getBytes(StandardCharsets.UTF_8))
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asString()));
        return parameters;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}

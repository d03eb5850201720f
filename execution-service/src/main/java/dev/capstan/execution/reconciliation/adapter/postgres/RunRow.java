package dev.capstan.execution.reconciliation.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.ReconciliationRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A row of table {@code reconciliation_run}. */
final class RunRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunRow() {}

    static ReconciliationRun read(ResultSet row, int number) throws SQLException {
        return new ReconciliationRun(
                AccountId.of(row.getObject("account_id", UUID.class)),
                instant(row, "ran_at"),
                instant(row, "finished_at"),
                row.getBoolean("complete"),
                row.getString("error"),
                row.getInt("compared_orders"),
                row.getInt("compared_fills"),
                row.getBoolean("balances_proven"),
                differences(row.getString("differences")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String json(List<Difference> differences) {
        return JSON.writeValueAsString(differences.stream()
                .map(each -> new Stored(each.kind().name(), each.instrumentId().text(), each.subject()))
                .toList());
    }

    private static List<Difference> differences(String json) {
        return Arrays.stream(JSON.readValue(json, Stored[].class))
                .map(each -> new Difference(
                        Difference.Kind.valueOf(each.kind()), InstrumentId.parse(each.instrumentId()), each.subject()))
                .toList();
    }

    private record Stored(String kind, String instrumentId, String subject) {}
}

package dev.capstan.execution.order.adapter.postgres;

import dev.capstan.contracts.TextValue;
import dev.capstan.execution.order.domain.Plain;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement put together from parts, each with its values. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    Sql add(String part, @Nullable Object... partValues) {
        text.append(part);
        for (Object value : partValues) {
            values.add(wire(value));
        }
        return this;
    }

    /** One row of a VALUES list: {@code (?, ?, ?)}. */
    Sql row(@Nullable Object... rowValues) {
        return add("(" + String.join(", ", Collections.nCopies(rowValues.length, "?")) + ")", rowValues);
    }

    String text() {
        return text.toString();
    }

    List<@Nullable Object> values() {
        return values;
    }

    static @Nullable Object wire(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case TextValue text -> text.text();
            case Enum<?> constant -> constant.name();
            default -> value;
        };
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return Plain.of(row.getBigDecimal(column));
    }
}

package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.trading.accounting.PositionState;
import dev.capstan.trading.accounting.TradedPair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of table {@code position}. */
final class PositionRow {

    private PositionRow() {}

    /** The current row as a page; columns by their own names. */
    static PositionBook read(ResultSet row) throws SQLException {
        return new PositionBook(
                new StreamKey(
                        AccountId.of(row.getObject("account_id", UUID.class)),
                        InstrumentId.parse(row.getString("instrument_id"))),
                pair(row),
                new PositionState(money(row, "holding"), money(row, "cost"), money(row, "realized_pnl")),
                row.getLong("version"),
                row.getLong("stream_number"),
                row.getInt("generation"),
                row.getObject("rebuild_until") != null,
                row.getBoolean("parked"),
                instant(row, "as_of"));
    }

    private static @Nullable TradedPair pair(ResultSet row) throws SQLException {
        String base = row.getString("base_asset");
        return base == null ? null : new TradedPair(Asset.parse(base), Asset.parse(row.getString("quote_asset")));
    }

    /** Without the zeros that a column of 18 digits adds. */
    static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getBigDecimal(column).stripTrailingZeros());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

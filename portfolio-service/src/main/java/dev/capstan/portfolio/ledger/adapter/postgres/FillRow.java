package dev.capstan.portfolio.ledger.adapter.postgres;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.contracts.value.Side;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.PositionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Reads rows of table {@code fill}. */
final class FillRow {

    private FillRow() {}

    static PositionFill read(ResultSet row) throws SQLException {
        return new PositionFill(
                rank(row, ""),
                Side.valueOf(row.getString("side")),
                Price.of(row.getBigDecimal("last_price").stripTrailingZeros()),
                Quantity.of(row.getBigDecimal("last_quantity").stripTrailingZeros()),
                PositionRow.money(row, "commission"),
                Asset.parse(row.getString("commission_asset")));
    }

    /** The rank in columns whose names start with {@code prefix}. */
    static FillRank rank(ResultSet row, String prefix) throws SQLException {
        return new FillRank(
                row.getObject(prefix + "occurred_at", OffsetDateTime.class).toInstant(),
                row.getLong(prefix + "trade_order"),
                VenueOrderId.parse(row.getString(prefix + "venue_order_id")),
                TradeId.parse(row.getString(prefix + "trade_id")));
    }

    /** The position after the fill, in columns whose names start with {@code prefix}. */
    static PositionState stateAfter(ResultSet row, String prefix) throws SQLException {
        return new PositionState(
                PositionRow.money(row, prefix + "holding_after"),
                PositionRow.money(row, prefix + "cost_after"),
                PositionRow.money(row, prefix + "realized_pnl_after"));
    }
}

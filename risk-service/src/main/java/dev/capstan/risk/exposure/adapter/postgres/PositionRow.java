package dev.capstan.risk.exposure.adapter.postgres;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.value.Price;
import dev.capstan.risk.exposure.domain.InstrumentPosition;
import dev.capstan.trading.risk.exposure.NetQuantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code instrument_exposure}. */
final class PositionRow {

    static final String COLUMNS = """
            i.account_id, i.instrument_id, i.position_quantity, i.last_price, i.quote_asset, i.last_event_number, i.as_of, \
            i.parked, i.rebuild_until""";

    private PositionRow() {}

    static InstrumentPosition read(ResultSet row) throws SQLException {
        BigDecimal lastPrice = row.getBigDecimal("last_price");
        String quoteAsset = row.getString("quote_asset");
        Timestamp asOf = row.getTimestamp("as_of");
        return new InstrumentPosition(
                key(row),
                NetQuantity.of(plain(row.getBigDecimal("position_quantity"))),
                lastPrice == null ? null : Price.of(plain(lastPrice)),
                quoteAsset == null ? null : Asset.parse(quoteAsset),
                row.getLong("last_event_number"),
                asOf == null ? null : asOf.toInstant(),
                row.getBoolean("parked"),
                row.getObject("rebuild_until", Long.class));
    }

    static StreamKey key(ResultSet row) throws SQLException {
        return new StreamKey(
                AccountId.of(row.getObject("account_id", UUID.class)),
                InstrumentId.parse(row.getString("instrument_id")));
    }

    /** Columns pad to 18 places; people read these figures. */
    static BigDecimal plain(BigDecimal padded) {
        return padded.stripTrailingZeros();
    }

    static @Nullable BigDecimal lastPrice(InstrumentPosition position) {
        Price lastPrice = position.lastPrice();
        return lastPrice == null ? null : lastPrice.value();
    }

    static @Nullable String quoteAsset(InstrumentPosition position) {
        Asset quoteAsset = position.quoteAsset();
        return quoteAsset == null ? null : quoteAsset.text();
    }

    static @Nullable Timestamp asOf(InstrumentPosition position) {
        return position.asOf() == null ? null : Timestamp.from(position.asOf());
    }
}

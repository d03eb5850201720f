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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code instrument_exposure}. */
final class PositionRow {

    static final String COLUMNS = """
            i.account_id, i.instrument_id, i.position_quantity, i.last_price, i.quote_asset, i.last_event_number, i.as_of, \
            i.parked, i.rebuild_until""";

    static final String SET = """
            UPDATE instrument_exposure
               SET position_quantity = :positionQuantity, last_price = :lastPrice, quote_asset = :quoteAsset,
                   last_event_number = :streamNumber, as_of = :asOf, parked = :parked, rebuild_until = :rebuildUntil
             WHERE account_id = :keyAccountId AND instrument_id = :keyInstrumentId""";

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

    /** For {@link #SET}. */
    static Map<String, @Nullable Object> params(InstrumentPosition position) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("keyAccountId", position.key().accountId().value());
        params.put("keyInstrumentId", position.key().instrumentId().text());
        params.put("positionQuantity", position.quantity().value());
        params.put("lastPrice", lastPrice(position));
        params.put("quoteAsset", quoteAsset(position));
        params.put("streamNumber", position.lastEventNumber());
        params.put("asOf", asOf(position));
        params.put("parked", position.parked());
        params.put("rebuildUntil", position.rebuildUntil());
        return params;
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

    private static @Nullable BigDecimal lastPrice(InstrumentPosition position) {
        Price lastPrice = position.lastPrice();
        return lastPrice == null ? null : lastPrice.value();
    }

    private static @Nullable String quoteAsset(InstrumentPosition position) {
        Asset quoteAsset = position.quoteAsset();
        return quoteAsset == null ? null : quoteAsset.text();
    }

    private static @Nullable Timestamp asOf(InstrumentPosition position) {
        return position.asOf() == null ? null : Timestamp.from(position.asOf());
    }
}

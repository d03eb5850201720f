package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.marketdata.candle.domain.Candle;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of table {@code candle}. */
final class CandleRow {

    /** All columns but the series. */
    static final String COLUMNS =
            "open_time, open_price, high_price, low_price, close_price, volume, quote_volume, trade_count,"
                    + " taker_buy_volume, taker_buy_quote_volume";

    private CandleRow() {}

    static Candle read(ResultSet row) throws SQLException {
        return new Candle(
                row.getTimestamp("open_time").toInstant(),
                Price.of(decimal(row, "open_price")),
                Price.of(decimal(row, "high_price")),
                Price.of(decimal(row, "low_price")),
                Price.of(decimal(row, "close_price")),
                Quantity.of(decimal(row, "volume")),
                Money.of(decimal(row, "quote_volume")),
                row.getLong("trade_count"),
                Quantity.of(decimal(row, "taker_buy_volume")),
                Money.of(decimal(row, "taker_buy_quote_volume")));
    }

    /** The column has 18 places; those that say nothing are left away. */
    private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).stripTrailingZeros();
    }
}

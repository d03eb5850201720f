package dev.capstan.marketdata.binance;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.Money;
import dev.capstan.contracts.value.Price;
import dev.capstan.contracts.value.Quantity;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A row of {@code GET /api/v3/klines}: an array of twelve values. */
final class KlineRows {

    private static final int VALUES = 12;

    private KlineRows() {}

    static Kline parse(InstrumentId instrumentId, String timeframe, JsonNode row) {
        if (row.size() < VALUES
                || !row.path(0).isIntegralNumber()
                || !row.path(8).isIntegralNumber()) {
            throw new IllegalArgumentException("expected a row of " + VALUES + " values, got: " + row);
        }
        return new Kline(
                instrumentId,
                timeframe,
                Instant.ofEpochMilli(row.path(0).asLong()),
                Price.parse(text(row, 1)),
                Price.parse(text(row, 2)),
                Price.parse(text(row, 3)),
                Price.parse(text(row, 4)),
                Quantity.parse(text(row, 5)),
                Money.parse(text(row, 7)),
                row.path(8).asLong(),
                Quantity.parse(text(row, 9)),
                Money.parse(text(row, 10)));
    }

    private static String text(JsonNode row, int place) {
        return row.path(place).asString("");
    }
}

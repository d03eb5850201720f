package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.contracts.TextValue;
import dev.capstan.marketdata.candle.domain.Candle;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows of the staging table in COPY's text form, sent in blocks. */
final class CopyRows {

    private static final int BLOCK = 1 << 16;
    private static final char NEXT = '\t';

    private final CopyIn copy;
    private final StringBuilder block = new StringBuilder(BLOCK + 1_024);

    CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    void write(Candle candle) throws SQLException {
        block.append(candle.openTime().toEpochMilli());
        cell(candle.openPrice());
        cell(candle.highPrice());
        cell(candle.lowPrice());
        cell(candle.closePrice());
        cell(candle.volume());
        cell(candle.quoteVolume());
        block.append(NEXT).append(candle.tradeCount());
        cell(candle.takerBuyVolume());
        cell(candle.takerBuyQuoteVolume());
        block.append('\n');
        if (block.length() >= BLOCK) {
            flush();
        }
    }

    private void cell(TextValue value) {
        block.append(NEXT).append(value.text());
    }

    void flush() throws SQLException {
        byte[] bytes = block.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }
}

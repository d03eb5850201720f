package dev.capstan.marketdata.candle.file;

import dev.capstan.candles.kline.KlineColumn;
import dev.capstan.contracts.TextValue;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes candles as a kline file: a row of column names, then a row for each, times in milliseconds, {@code ignore} always 0. */
public final class KlineWriter {

    private static final String NAMES =
            Arrays.stream(KlineColumn.values()).map(KlineColumn::text).collect(Collectors.joining(","));

    private final Appendable out;
    private final Timeframe timeframe;

    public KlineWriter(Appendable out, Timeframe timeframe) {
        this.out = out;
        this.timeframe = timeframe;
    }

    /** Once, before the first candle. */
    public void writeNames() throws IOException {
        out.append(NAMES).append('\n');
    }

    public void write(Candle candle) throws IOException {
        out.append(Long.toString(candle.openTime().toEpochMilli()));
        cell(candle.openPrice());
        cell(candle.highPrice());
        cell(candle.lowPrice());
        cell(candle.closePrice());
        cell(candle.volume());
        cell(timeframe.closeTime(candle.openTime()).toEpochMilli());
        cell(candle.quoteVolume());
        cell(candle.tradeCount());
        cell(candle.takerBuyVolume());
        cell(candle.takerBuyQuoteVolume());
        out.append(",0\n");
    }

    private void cell(TextValue value) throws IOException {
        out.append(',').append(value.text());
    }

    private void cell(long value) throws IOException {
        out.append(',').append(Long.toString(value));
    }
}

package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.marketdata.candle.domain.Candle;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single rows of table {@code candle}, written under the lock of their series. */
@Component
class CandleRows {

    private static final String INSERT = "INSERT INTO candle (series_id, " + CandleRow.COLUMNS + """
            )
            VALUES (:series, :openTime, :open, :high, :low, :close, :volume, :quoteVolume, :tradeCount, :takerBuyVolume,
                    :takerBuyQuoteVolume)
            ON CONFLICT (series_id, open_time) DO NOTHING""";

    private final JdbcClient jdbc;

    CandleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is one with that open time. */
    boolean insert(long series, Candle candle) {
        return jdbc.sql(INSERT)
                        .param("series", series)
                        .param("openTime", Timestamp.from(candle.openTime()))
                        .param("open", candle.openPrice().value())
                        .param("high", candle.highPrice().value())
                        .param("low", candle.lowPrice().value())
                        .param("close", candle.closePrice().value())
                        .param("volume", candle.volume().value())
                        .param("quoteVolume", candle.quoteVolume().value())
                        .param("tradeCount", candle.tradeCount())
                        .param("takerBuyVolume", candle.takerBuyVolume().value())
                        .param(
                                "takerBuyQuoteVolume",
                                candle.takerBuyQuoteVolume().value())
                        .update()
                == 1;
    }
}

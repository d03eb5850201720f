package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.contracts.id.VenueId;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Gap;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.TimeRange;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads by the primary key and in its order, a page at a time; no connection is held while somebody reads a page slowly. */
@Repository
class JdbcCandles implements Candles {

    private static final String READ = "SELECT " + CandleRow.COLUMNS + """

              FROM candle
             WHERE series_id = :series AND open_time >= :from AND open_time < :to
             ORDER BY open_time LIMIT :limit""";

    private static final String GAPS = """
            SELECT before + length AS first_missing, open_time - length AS last_missing,
                   CAST(extract(epoch FROM open_time - before) / extract(epoch FROM length) AS bigint) - 1 AS missing
              FROM (SELECT open_time, lag(open_time) OVER (ORDER BY open_time) AS before,
                           CAST(:length AS interval) AS length
                      FROM candle
                     WHERE series_id = :series AND open_time >= :from) AS steps
             WHERE open_time - before > length
             ORDER BY open_time LIMIT :limit""";

    private final JdbcClient jdbc;
    private final SeriesRows series;

    JdbcCandles(JdbcClient jdbc, SeriesRows series) {
        this.jdbc = jdbc;
        this.series = series;
    }

    @Override
    public List<Series> series(long afterId, int limit) {
        return series.after(afterId, limit);
    }

    @Override
    public List<Series> ofMarket(VenueId venueId, String marketEpoch) {
        return series.ofMarket(venueId, marketEpoch);
    }

    @Override
    public Optional<Series> find(SeriesKey key) {
        return series.find(key);
    }

    @Override
    public List<Gap> gaps(Series of, Instant from, int limit) {
        return jdbc.sql(GAPS)
                .param("series", of.id())
                .param("length", of.key().timeframe().length().toString())
                .param("from", Timestamp.from(from))
                .param("limit", limit)
                .query((row, _) -> new Gap(
                        row.getTimestamp("first_missing").toInstant(),
                        row.getTimestamp("last_missing").toInstant(),
                        row.getLong("missing")))
                .list();
    }

    @Override
    public List<Candle> read(Series of, TimeRange range, int limit) {
        return jdbc.sql(READ)
                .param("series", of.id())
                .param("from", Timestamp.from(range.from()))
                .param("to", Timestamp.from(range.to()))
                .param("limit", limit)
                .query((row, _) -> CandleRow.read(row))
                .list();
    }
}

package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.contracts.id.VenueId;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.Candles;
import dev.capstan.marketdata.candle.domain.Gap;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Stretch;
import dev.capstan.marketdata.candle.domain.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                     WHERE series_id = :series AND open_time >= :from AND open_time < :to) AS steps
             WHERE open_time - before > length
             ORDER BY open_time LIMIT :limit""";

    private static final String ENDS = """
            SELECT (SELECT min(open_time) FROM candle
                     WHERE series_id = :series AND open_time >= :from AND open_time < :to) AS first_open_time,
                   (SELECT max(open_time) FROM candle
                     WHERE series_id = :series AND open_time >= :from AND open_time < :to) AS last_open_time""";

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

    /** Gaps are only looked for, which means passing over all candles of the range, where the series is known to have some. */
    @Override
    public Stretch stretch(Series of, TimeRange range) {
        Stretch ends = jdbc.sql(ENDS)
                .param("series", of.id())
                .param("from", Timestamp.from(range.from()))
                .param("to", Timestamp.from(range.to()))
                .query((row, _) -> ends(row))
                .single();
        Instant first = ends.firstOpenTime();
        Instant last = ends.lastOpenTime();
        if (of.gaps() == 0 || first == null || last == null) {
            return ends;
        }
        List<Gap> gaps = gaps(of, new TimeRange(first, of.key().timeframe().next(last)), Integer.MAX_VALUE);
        long missing = gaps.stream().mapToLong(Gap::missing).sum();
        return new Stretch(first, last, gaps.size(), missing, gaps.isEmpty() ? null : gaps.getFirst());
    }

    private static Stretch ends(ResultSet row) throws SQLException {
        Timestamp first = row.getTimestamp("first_open_time");
        Timestamp last = row.getTimestamp("last_open_time");
        return first == null || last == null
                ? Stretch.EMPTY
                : new Stretch(first.toInstant(), last.toInstant(), 0, 0, null);
    }

    @Override
    public List<Gap> gaps(Series of, Instant from, int limit) {
        return gaps(of, new TimeRange(from, TimeRange.LATEST), limit);
    }

    private List<Gap> gaps(Series of, TimeRange range, int limit) {
        return jdbc.sql(GAPS)
                .param("series", of.id())
                .param("length", of.key().timeframe().length().toString())
                .param("from", Timestamp.from(range.from()))
                .param("to", Timestamp.from(range.to()))
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

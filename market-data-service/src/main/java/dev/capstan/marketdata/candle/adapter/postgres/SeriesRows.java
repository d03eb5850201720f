package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueId;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import dev.capstan.marketdata.candle.domain.Timeframe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of each series. */
@Component
class SeriesRows {

    private static final String MAKE = """
            INSERT INTO candle_series (venue, symbol, market_epoch, timeframe)
            VALUES (:venue, :symbol, :epoch, :timeframe) ON CONFLICT DO NOTHING""";

    private static final String LOCK = """
            SELECT id, last_open_time FROM candle_series
             WHERE venue = :venue AND symbol = :symbol AND market_epoch = :epoch AND timeframe = :timeframe
               FOR UPDATE""";

    private static final String COLUMNS = """
            SELECT id, venue, symbol, market_epoch, timeframe, candles, gaps, first_open_time, last_open_time, revision
              FROM candle_series
             WHERE candles > 0""";

    private static final String BY_KEY =
            COLUMNS + " AND venue = :venue AND symbol = :symbol AND market_epoch = :epoch AND timeframe = :timeframe";

    /** Looks at the stretch and at its neighbours on both sides: a gap beside it may have closed or opened too. */
    private static final String GAPS_AROUND = """
            SELECT count(*)
              FROM (SELECT open_time - lag(open_time) OVER (ORDER BY open_time) > CAST(:length AS interval) AS gap
                      FROM candle
                     WHERE series_id = :id
                       AND open_time >= coalesce((SELECT max(open_time) FROM candle
                                                   WHERE series_id = :id AND open_time < :from), :from)
                       AND open_time <= coalesce((SELECT min(open_time) FROM candle
                                                   WHERE series_id = :id AND open_time > :to), :to)) AS steps
             WHERE gap""";

    private static final String GROW = """
            UPDATE candle_series
               SET candles = candles + :inserted, gaps = gaps + :gaps, updated_at = now(),
                   revision = revision + CASE WHEN :from > last_open_time OR candles = 0 THEN 0 ELSE 1 END,
                   first_open_time = least(first_open_time, :from), last_open_time = greatest(last_open_time, :to)
             WHERE id = :id""";

    private final JdbcClient jdbc;

    SeriesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A series whose row is ours until the transaction ends. */
    record Locked(long id, @Nullable Instant lastOpenTime) {}

    /** Locks the series, making it if it is new. */
    Locked lock(SeriesKey key) {
        Optional<Locked> known = locked(key);
        if (known.isPresent()) {
            return known.get();
        }
        by(key, MAKE).update();
        return locked(key).orElseThrow();
    }

    private Optional<Locked> locked(SeriesKey key) {
        return by(key, LOCK)
                .query((row, _) -> new Locked(row.getLong("id"), instant(row.getTimestamp("last_open_time"))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private JdbcClient.StatementSpec by(SeriesKey key, String sql) {
        return jdbc.sql(sql)
                .param("venue", key.instrumentId().venueId().value())
                .param("symbol", key.instrumentId().symbol())
                .param("epoch", key.marketEpoch())
                .param("timeframe", key.timeframe().code());
    }

    /** How many gaps there are from the candle before {@code from} to the one after {@code to}. */
    long gapsAround(long id, Timeframe timeframe, Instant from, Instant to) {
        return jdbc.sql(GAPS_AROUND)
                .param("id", id)
                .param("length", timeframe.length().toString())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Long.class)
                .single();
    }

    /** Notes candles that were added to a locked series between {@code from} and {@code to}, both included. */
    void grow(long id, long inserted, long moreGaps, Instant from, Instant to) {
        jdbc.sql(GROW)
                .param("id", id)
                .param("inserted", inserted)
                .param("gaps", moreGaps)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .update();
    }

    /** Notes that stored candles of a locked series have other figures now. */
    void changed(long id) {
        jdbc.sql("UPDATE candle_series SET revision = revision + 1, updated_at = now() WHERE id = :id")
                .param("id", id)
                .update();
    }

    Optional<Series> find(SeriesKey key) {
        return by(key, BY_KEY).query((row, _) -> series(row)).optional();
    }

    List<Series> after(long id, int limit) {
        return jdbc.sql(COLUMNS + " AND id > :id ORDER BY id LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> series(row))
                .list();
    }

    List<Series> ofMarket(VenueId venueId, String marketEpoch) {
        return jdbc.sql(COLUMNS + " AND venue = :venue AND market_epoch = :epoch ORDER BY symbol, timeframe")
                .param("venue", venueId.value())
                .param("epoch", marketEpoch)
                .query((row, _) -> series(row))
                .list();
    }

    /** Series of a replay other than {@code epoch} that nothing was added to for {@code idle}. */
    List<Series> idleReplays(String epoch, Duration idle) {
        return jdbc.sql(COLUMNS
                        + " AND market_epoch NOT IN ('', :epoch) AND updated_at < now() - CAST(:idle AS interval)"
                        + " ORDER BY id")
                .param("epoch", epoch)
                .param("idle", idle.toString())
                .query((row, _) -> series(row))
                .list();
    }

    private static Series series(ResultSet row) throws SQLException {
        SeriesKey key = new SeriesKey(
                new InstrumentId(row.getString("symbol"), VenueId.parse(row.getString("venue"))),
                Timeframe.parse(row.getString("timeframe")),
                row.getString("market_epoch"));
        return new Series(
                row.getLong("id"),
                key,
                row.getTimestamp("first_open_time").toInstant(),
                row.getTimestamp("last_open_time").toInstant(),
                row.getLong("candles"),
                row.getLong("gaps"),
                row.getLong("revision"));
    }
}

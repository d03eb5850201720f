package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.marketdata.candle.domain.CandleRemoval;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.TimeRange;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In small steps, so that no transaction is long and nobody waits for the series' lock. */
@Repository
class JdbcCandleRemoval implements CandleRemoval {

    private static final String LAST_OF_BATCH = """
            SELECT max(open_time)
              FROM (SELECT open_time FROM candle WHERE series_id = :id AND open_time < :end
                     ORDER BY open_time LIMIT :batch) AS first_ones""";

    private static final String DELETE = "DELETE FROM candle WHERE series_id = :id AND open_time <= :last";

    /** When none is left, both times are null and the series is as if it were not there. */
    private static final String SHRINK = """
            UPDATE candle_series
               SET candles = candles - :removed, gaps = gaps - :gaps, revision = revision + 1,
                   updated_at = now(),
                   first_open_time = (SELECT min(open_time) FROM candle WHERE series_id = :id),
                   last_open_time = (SELECT max(open_time) FROM candle WHERE series_id = :id)
             WHERE id = :id""";

    private final Transactions transactions;
    private final SeriesRows series;
    private final JdbcClient jdbc;

    JdbcCandleRemoval(Transactions transactions, SeriesRows series, JdbcClient jdbc) {
        this.transactions = transactions;
        this.series = series;
        this.jdbc = jdbc;
    }

    @Override
    public List<Series> idleReplays(String marketEpoch, Duration idle) {
        return series.idleReplays(marketEpoch, idle);
    }

    @Override
    public int remove(Series of, Instant end, int batch) {
        return transactions.call(() -> {
            long id = series.lock(of.key()).id();
            return lastOfBatch(id, end, batch)
                    .map(last -> removeUpTo(id, of, last))
                    .orElse(0);
        });
    }

    private Optional<Instant> lastOfBatch(long id, Instant end, int batch) {
        return jdbc.sql(LAST_OF_BATCH)
                .param("id", id)
                .param("end", Timestamp.from(end))
                .param("batch", batch)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** All gaps up to the candle that is then the first go with them. */
    private int removeUpTo(long id, Series of, Instant last) {
        long gaps = series.gapsAround(id, of.key().timeframe(), TimeRange.EARLIEST, last);
        int removed = jdbc.sql(DELETE)
                .param("id", id)
                .param("last", Timestamp.from(last))
                .update();
        jdbc.sql(SHRINK)
                .param("id", id)
                .param("removed", removed)
                .param("gaps", gaps)
                .update();
        return removed;
    }
}

package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.marketdata.candle.adapter.postgres.Staged.Piece;
import dev.capstan.marketdata.candle.domain.Candle;
import dev.capstan.marketdata.candle.domain.CandleSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A table of the transaction's own that a file is copied into. No lock of a series is held meanwhile, however slowly the file comes; it is
 * gone with the transaction, whatever ends that.
 */
@Component
class StagingTable {

    private static final String MAKE = """
            CREATE TEMPORARY TABLE candle_staging (
                open_millis bigint, open_price numeric, high_price numeric, low_price numeric, close_price numeric,
                volume numeric, quote_volume numeric, trade_count bigint, taker_buy_volume numeric,
                taker_buy_quote_volume numeric) ON COMMIT DROP""";

    private static final String COPY = "COPY candle_staging FROM STDIN";

    private static final String FIGURES = "%1$s.open_price, %1$s.high_price, %1$s.low_price, %1$s.close_price,"
            + " %1$s.volume, %1$s.quote_volume, %1$s.trade_count, %1$s.taker_buy_volume, %1$s.taker_buy_quote_volume";

    private static final String PIECE = " staged.open_millis >= :from AND staged.open_millis < :to";

    /** Open times are whole seconds. */
    private static final String OPEN_TIME = "to_timestamp(staged.open_millis / 1000)";

    private static final String INSERT = "INSERT INTO candle (series_id, " + CandleRow.COLUMNS + ") SELECT :series, "
            + OPEN_TIME + ", " + FIGURES.formatted("staged") + " FROM candle_staging AS staged WHERE" + PIECE
            + " ORDER BY staged.open_millis ON CONFLICT (series_id, open_time) DO NOTHING";

    private static final String DIFFERENT = " candle.series_id = :series AND candle.open_time = " + OPEN_TIME
            + " AND candle.open_time >= :fromTime AND candle.open_time < :toTime AND (" + FIGURES.formatted("candle")
            + ") IS DISTINCT FROM (" + FIGURES.formatted("staged") + ") AND" + PIECE;

    private static final String COUNT = "SELECT count(*) FROM candle, candle_staging AS staged WHERE" + DIFFERENT;

    private static final String REPLACE = """
            UPDATE candle
               SET open_price = staged.open_price, high_price = staged.high_price, low_price = staged.low_price,
                   close_price = staged.close_price, volume = staged.volume, quote_volume = staged.quote_volume,
                   trade_count = staged.trade_count, taker_buy_volume = staged.taker_buy_volume,
                   taker_buy_quote_volume = staged.taker_buy_quote_volume
              FROM candle_staging AS staged WHERE""" + DIFFERENT;

    private final JdbcOperations statements;
    private final JdbcClient jdbc;

    StagingTable(JdbcOperations statements, JdbcClient jdbc) {
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /** Makes the table and copies all of {@code source} into it. */
    Staged fill(CandleSource source) {
        statements.execute(MAKE);
        Staged staged = statements.execute((ConnectionCallback<Staged>) connection -> copied(connection, source));
        statements.execute("CREATE INDEX ON candle_staging (open_millis)");
        statements.execute("ANALYZE candle_staging");
        return staged;
    }

    private static Staged copied(Connection connection, CandleSource source) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            Staged staged = new Staged();
            CopyRows rows = new CopyRows(copy);
            for (Candle candle = source.next(); candle != null; candle = source.next()) {
                rows.write(candle);
                staged.add(candle.openTime().toEpochMilli());
            }
            rows.flush();
            copy.endCopy();
            return staged;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Stores the candles of {@code piece} that are not there yet, and says how many those were. */
    long insert(long series, Piece piece) {
        return of(INSERT, series, piece).update();
    }

    /** How many candles of {@code piece} are stored with other figures. */
    long countDifferent(long series, Piece piece) {
        return between(of(COUNT, series, piece), piece).query(Long.class).single();
    }

    /** Overwrites those, and says how many they were. */
    long replaceDifferent(long series, Piece piece) {
        return between(of(REPLACE, series, piece), piece).update();
    }

    private JdbcClient.StatementSpec of(String sql, long series, Piece piece) {
        return jdbc.sql(sql).param("series", series).param("from", piece.from()).param("to", piece.to());
    }

    /** The same stretch in the stored table's own terms, so that only its partitions are looked at. */
    private static JdbcClient.StatementSpec between(JdbcClient.StatementSpec statement, Piece piece) {
        return statement
                .param("fromTime", Timestamp.from(Instant.ofEpochMilli(piece.from())))
                .param("toTime", Timestamp.from(Instant.ofEpochMilli(piece.to())));
    }
}

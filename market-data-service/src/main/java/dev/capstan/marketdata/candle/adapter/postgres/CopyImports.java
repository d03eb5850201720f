package dev.capstan.marketdata.candle.adapter.postgres;

import dev.capstan.marketdata.candle.adapter.postgres.Staged.Piece;
import dev.capstan.marketdata.candle.domain.CandleImports;
import dev.capstan.marketdata.candle.domain.CandleSource;
import dev.capstan.marketdata.candle.domain.ImportResult;
import dev.capstan.marketdata.candle.domain.OnConflict;
import dev.capstan.marketdata.candle.domain.Series;
import dev.capstan.marketdata.candle.domain.SeriesKey;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * A file in one transaction: copied into a staging table, then merged into the series under its lock. A process or a connection that dies
 * anywhere in between leaves nothing.
 */
@Repository
class CopyImports implements CandleImports {

    private final StagingTable staging;
    private final SeriesRows series;

    CopyImports(StagingTable staging, SeriesRows series) {
        this.staging = staging;
        this.series = series;
    }

    @Override
    @Transactional
    public Optional<ImportResult> store(SeriesKey key, CandleSource source, OnConflict onConflict) {
        Staged staged = staging.fill(source);
        return staged.rows() == 0 ? Optional.empty() : Optional.of(merged(key, staged, onConflict));
    }

    private ImportResult merged(SeriesKey key, Staged staged, OnConflict onConflict) {
        long id = series.lock(key).id();
        long gapsBefore = gaps(id, key, staged);
        long inserted = 0;
        long differing = 0;
        for (Piece piece : staged.pieces()) {
            long more = staging.insert(id, piece);
            inserted += more;
            differing += more == piece.rows() ? 0 : differing(id, piece, onConflict);
        }
        if (inserted > 0) {
            series.grow(id, inserted, gaps(id, key, staged) - gapsBefore, staged.first(), staged.last());
        }
        if (onConflict == OnConflict.REPLACE && differing > 0) {
            series.changed(id);
        }
        Series stored = series.find(key).orElseThrow(() -> new IllegalStateException("no series " + key));
        return new ImportResult(
                staged.rows(), inserted, differing, onConflict == OnConflict.REPLACE ? differing : 0, stored);
    }

    private long gaps(long id, SeriesKey key, Staged staged) {
        return series.gapsAround(id, key.timeframe(), staged.first(), staged.last());
    }

    private long differing(long id, Piece piece, OnConflict onConflict) {
        return switch (onConflict) {
            case KEEP -> staging.countDifferent(id, piece);
            case REPLACE -> staging.replaceDifferent(id, piece);
        };
    }
}

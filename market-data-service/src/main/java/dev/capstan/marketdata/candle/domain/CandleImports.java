package dev.capstan.marketdata.candle.domain;

import java.util.Optional;

/** Takes whole files of candles in. */
public interface CandleImports {

    /**
     * Stores all candles of {@code source} or, when it fails, none. What is stored already is recognised.
     *
     * @return empty when the source has none
     */
    Optional<ImportResult> store(SeriesKey key, CandleSource source, OnConflict onConflict);
}

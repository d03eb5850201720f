package dev.capstan.marketdata.candle.domain;

import org.jspecify.annotations.Nullable;

/** Candles in time order, one after the other. */
@FunctionalInterface
public interface CandleSource {

    /** The next one; null at the end. */
    @Nullable
    Candle next();
}

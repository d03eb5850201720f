package dev.capstan.backtest.market;

import dev.capstan.contracts.id.InstrumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Candles that are asked for.
 *
 * @param timeframe by the name venues use, e.g. {@code 1m}
 * @param marketEpoch empty for a real venue and for imports
 * @param from the first open time wanted; null from the first there is
 * @param to the first no longer wanted; null to the last there is
 */
public record SeriesRange(
        InstrumentId instrumentId,
        String timeframe,
        String marketEpoch,
        @Nullable Instant from,
        @Nullable Instant to) {}

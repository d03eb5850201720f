package dev.capstan.trading.evidence;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.trading.strategy.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What went into a backtest and is not in its result.
 *
 * @param kind name of the strategy's kind
 * @param parameters of the strategy
 * @param instrumentId null when nobody knows
 * @param source where the candles came from, for people
 * @param gaps places where candles are missing
 * @param missing candles missing there
 * @param candlesHash {@code sha256:} over the candles
 */
public record EvidenceInputs(
        String kind,
        Parameters parameters,
        @Nullable InstrumentId instrumentId,
        String source,
        long gaps,
        long missing,
        String candlesHash) {}

package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.id.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run must know of a market before it starts. */
public interface MarketRules {

    /**
     * An instrument that is open for trading.
     *
     * @param maxQuantity null for no limit
     */
    record Listed(
            InstrumentId instrumentId,
            Asset baseAsset,
            Asset quoteAsset,
            BigDecimal tickSize,
            BigDecimal lotSize,
            BigDecimal minQuantity,
            @Nullable BigDecimal maxQuantity,
            BigDecimal minNotional) {}

    /**
     * The feed of a venue.
     *
     * @param marketEpoch name of the replay or seed; empty for a real venue
     * @param marketSpeed market seconds per second
     */
    record Feed(String marketEpoch, double marketSpeed, boolean connected, boolean stale) {}

    /**
     * The candles of a timeframe.
     *
     * @param lastOpenTime of the newest closed one; null when there is none
     */
    record Series(long intervalMillis, @Nullable Instant lastOpenTime) {}

    /** Empty when no venue of ours lists it. */
    Optional<Listed> listed(InstrumentId instrumentId);

    /** Empty when its venue is not fed. */
    Optional<Feed> feed(InstrumentId instrumentId);

    /**
     * Empty when no candle is stored that gives the timeframe.
     *
     * @throws dev.capstan.kit.problem.ProblemException 400 naming the field when there is no such timeframe
     */
    Optional<Series> series(InstrumentId instrumentId, String timeframe, String marketEpoch);
}

package dev.capstan.strategy.run.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.definition.StrategyId;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunEnd;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.RunProgress;
import dev.capstan.strategy.run.domain.RunSpec;
import dev.capstan.strategy.run.domain.RunStatus;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.run.StrategyRun;
import dev.capstan.trading.strategy.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API answers it.
 *
 * @param version of the saved strategy; 0 for one that was not saved
 * @param signal what the strategy made of the last candle
 * @param lastCandle open time of the last candle it took, in market time; null before the first
 * @param candles how many it took
 * @param candlesBehind how many are over and not taken yet
 * @param position what it holds, in the base asset
 * @param cash of its capital, in the quote asset
 * @param pnl what cash and position, at the last close, are more than the capital
 * @param refusal why the last signal to enter came to nothing, a reason and what led to it; null when it did not
 * @param endReason why it does not go on; null while it does
 * @param stale true for figures that nothing moves any more: the run ended, is behind, or the market is silent
 * @param dataAsOf when the last candle was taken, wall clock; null before the first
 */
record RunView(
        RunId runId,
        AccountId accountId,
        @Nullable StrategyId strategyId,
        int version,
        String strategy,
        Map<String, String> parameters,
        InstrumentId instrumentId,
        String timeframe,
        String marketEpoch,
        RunStatus status,
        RunStage stage,
        Signal signal,
        @Nullable Instant lastCandle,
        long candles,
        long candlesBehind,
        BigDecimal capital,
        BigDecimal riskPercent,
        BigDecimal position,
        BigDecimal cash,
        BigDecimal pnl,
        @Nullable String refusal,
        @Nullable String endReason,
        @Nullable String endedBy,
        @Nullable Instant endedAt,

        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") @Nullable Instant dataAsOf) {

    static RunView of(LiveRun run, Instant now) {
        RunSpec spec = run.spec();
        RunProgress progress = run.progress();
        RunEnd end = run.end();
        StrategyRun brain = run.brain().run();
        return new RunView(
                run.id(),
                spec.accountId(),
                spec.strategyId() == null ? null : new StrategyId(spec.strategyId()),
                spec.strategyVersion(),
                spec.strategy(),
                spec.parameters(),
                spec.instrumentId(),
                spec.timeframe(),
                spec.marketEpoch(),
                end == null ? RunStatus.RUNNING : end.status(),
                brain.stage(),
                brain.signal(),
                progress.candles() == 0 ? null : progress.lastCandle(),
                progress.candles(),
                progress.behind(spec.interval()),
                spec.capital(),
                spec.riskPercent(),
                Decimal8.decimal(brain.holding()),
                Decimal8.decimal(brain.cash()),
                pnl(brain, progress.lastClose(), spec.capital()),
                run.brain().refusal(),
                end == null ? null : end.reason(),
                end == null ? null : end.by(),
                end == null ? null : end.at(),
                run.isStale(now),
                progress.takenAt());
    }

    /** As the engine computes it, and safe for any price. */
    private static BigDecimal pnl(StrategyRun brain, long price, BigDecimal capital) {
        BigDecimal worth = Decimal8.decimal(price)
                .multiply(Decimal8.decimal(brain.holding()))
                .setScale(Decimal8.SCALE, RoundingMode.HALF_EVEN);
        return Decimal8.decimal(brain.cash()).add(worth).subtract(capital);
    }
}

package dev.capstan.strategy.run.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.fixed.Decimal8;
import dev.capstan.trading.run.RunStage;
import dev.capstan.trading.strategy.Reading;
import dev.capstan.trading.strategy.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the strategy sees.
 *
 * @param price the last close; null before the first candle
 * @param readings by name, as the strategy computes them (binary floating point); null for one that has no value yet
 * @param stop where the position is given up; null without one
 * @param target where it has earned enough; null without one
 * @param stale as in the run's status
 */
record AnalysisView(
        RunId runId,
        InstrumentId instrumentId,
        String timeframe,
        @Nullable Instant lastCandle,
        @Nullable BigDecimal price,
        RunStage stage,
        Signal signal,
        Map<String, @Nullable Double> readings,
        @Nullable BigDecimal stop,
        @Nullable BigDecimal target,

        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") @Nullable Instant dataAsOf) {

    static AnalysisView of(LiveRun run, Instant now) {
        boolean began = run.progress().candles() > 0;
        boolean holds = run.holdsPosition();
        long target = holds ? run.brain().target() : 0;
        return new AnalysisView(
                run.id(),
                run.spec().instrumentId(),
                run.spec().timeframe(),
                began ? run.progress().lastCandle() : null,
                began ? Decimal8.decimal(run.progress().lastClose()) : null,
                run.brain().run().stage(),
                run.brain().run().signal(),
                readings(run),
                holds ? Decimal8.decimal(run.brain().stop()) : null,
                target == 0 ? null : Decimal8.decimal(target),
                run.isStale(now),
                run.progress().takenAt());
    }

    private static Map<String, @Nullable Double> readings(LiveRun run) {
        Map<String, @Nullable Double> readings = new LinkedHashMap<>();
        for (Reading reading : run.brain().readings()) {
            readings.put(reading.name(), Double.isFinite(reading.value()) ? reading.value() : null);
        }
        return readings;
    }
}

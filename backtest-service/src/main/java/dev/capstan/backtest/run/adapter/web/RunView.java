package dev.capstan.backtest.run.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.backtest.run.domain.BacktestRun;
import dev.capstan.backtest.run.domain.BacktestRun.Progress;
import dev.capstan.backtest.run.domain.RunFailure;
import dev.capstan.backtest.run.domain.RunId;
import dev.capstan.backtest.run.domain.RunPriority;
import dev.capstan.backtest.run.domain.RunSpec;
import dev.capstan.backtest.run.domain.RunState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API answers it.
 *
 * @param progress share of its candles that were seen, 0 to 1
 * @param candlesTotal 0 while it is not known
 * @param worker who has it; null while nobody does
 * @param attempt how many workers have begun it
 * @param deadline when its time is over; null before it was begun
 * @param error why it failed, as a call would have been refused
 * @param run what it does, every default filled in
 * @param storageKey of its evidence; null until it is completed
 */
record RunView(
        RunId backtestId,
        RunState state,
        RunPriority priority,
        BigDecimal progress,
        long candlesDone,
        long candlesTotal,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant deadline,
        @Nullable String worker,
        int attempt,
        @Nullable RunFailure error,
        RunSpec run,

        @JsonProperty("results_storage_key") @Nullable String storageKey) {

    static RunView of(BacktestRun run) {
        return new RunView(
                run.id(),
                run.state(),
                run.priority(),
                share(run.progress()),
                run.progress().candles(),
                run.progress().total(),
                run.queuedAt(),
                run.startedAt(),
                run.endedAt(),
                run.deadline(),
                run.claim() == null ? null : run.claim().worker(),
                run.attempt(),
                run.failure(),
                run.spec(),
                run.result() == null ? null : run.result().storageKey());
    }

    private static BigDecimal share(Progress progress) {
        return progress.total() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(progress.candles())
                        .divide(BigDecimal.valueOf(progress.total()), 4, RoundingMode.DOWN);
    }
}

package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.UnusableCandleException;
import dev.capstan.trading.strategy.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A candle is over: each run that waits for it takes it, in one transaction with all that it decides. */
public final class ApplyCandle {

    private final LiveRuns runs;
    private final RunSignals signals;
    private final int mostPositions;
    private final Clock clock;

    public ApplyCandle(LiveRuns runs, RunSignals signals, int mostPositions, Clock clock) {
        this.runs = runs;
        this.signals = signals;
        this.mostPositions = mostPositions;
        this.clock = clock;
    }

    /**
     * Tells every run of the market, in the caller's transaction.
     *
     * @param interval length of the candle; a run of a longer timeframe learns that its own candle is over with the last part of it
     */
    public void apply(InstrumentId instrumentId, String marketEpoch, Duration interval, Candle candle) {
        tell(instrumentId, marketEpoch, interval, candle.openTime(), run -> take(run, candle));
    }

    /** A candle is over that cannot be counted with: whoever waits for it cannot go on; those of longer ones read their own. */
    public void unusable(
            InstrumentId instrumentId, String marketEpoch, Duration interval, UnusableCandleException candle) {
        tell(instrumentId, marketEpoch, interval, candle.openTime(), run -> halt(run, candle));
    }

    private void tell(
            InstrumentId instrumentId,
            String marketEpoch,
            Duration interval,
            Instant openTime,
            Consumer<LiveRun> whenNext) {
        runs.inMarket(instrumentId, marketEpoch).forEach(id -> {
            runs.tell(id, run -> {
                isOver(run, interval, openTime, whenNext);
                return run;
            });
            signals.worthALook();
        });
    }

    /** A run takes it when it is the next; an older one was taken, a later one is remembered and those before it are fetched. */
    private static void isOver(LiveRun run, Duration interval, Instant openTime, Consumer<LiveRun> whenNext) {
        if (run.spec().interval().equals(interval)) {
            if (run.waitsFor(openTime)) {
                whenNext.accept(run);
            } else {
                run.knows(openTime);
            }
            return;
        }
        long end = openTime.plus(interval).toEpochMilli();
        if (end % run.spec().intervalMillis() == 0) {
            run.knows(Instant.ofEpochMilli(end - run.spec().intervalMillis()));
        }
    }

    /** One candle of the market's record that follows on the last taken, a gap left aside. False when the run does not want it. */
    boolean catchUp(RunId id, Instant after, Candle candle) {
        return runs.tell(id, run -> {
                    boolean wanted = stands(run, after);
                    if (wanted) {
                        take(run, candle);
                    }
                    return wanted;
                })
                .orElse(false);
    }

    /** The market's record does not let the run go on, if it still stands where it was seen. */
    void halt(RunId id, Instant after, HaltReason reason, String detail) {
        runs.tell(id, run -> {
            if (stands(run, after)) {
                run.halt(reason, detail, clock.instant());
            }
            return run;
        });
    }

    private static boolean stands(LiveRun run, Instant after) {
        return run.isRunning() && run.progress().lastCandle().equals(after);
    }

    private void halt(LiveRun run, UnusableCandleException candle) {
        run.halt(HaltReason.CANDLE_UNUSABLE, String.valueOf(candle.getMessage()), clock.instant());
    }

    private void take(LiveRun run, Candle candle) {
        Signal signal = run.take(candle, clock.instant(), () -> runs.canOpenPosition(run, mostPositions));
        if (signal != null) {
            runs.addSignal(run.id(), candle.openTime(), signal);
        }
        signals.candleTaken();
    }
}

package dev.capstan.strategy.run.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.trading.strategy.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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
        runs.inMarket(instrumentId, marketEpoch).forEach(id -> {
            runs.change(id, run -> {
                tell(run, interval, candle);
                return run;
            });
            signals.worthALook();
        });
    }

    private void tell(LiveRun run, Duration interval, Candle candle) {
        if (run.spec().interval().equals(interval)) {
            takeIfNext(run, candle);
            return;
        }
        long end = candle.openTime().plus(interval).toEpochMilli();
        if (end % run.spec().intervalMillis() == 0) {
            run.knows(Instant.ofEpochMilli(end - run.spec().intervalMillis()));
        }
    }

    /** Takes it when it is the next; an older one was taken, a later one is remembered and those before it are fetched. */
    private void takeIfNext(LiveRun run, Candle candle) {
        if (run.waitsFor(candle.openTime())) {
            take(run, candle);
        } else {
            run.knows(candle.openTime());
        }
    }

    /** One candle of the market's record that follows on the last taken, a gap left aside. False when the run does not want it. */
    boolean catchUp(RunId id, Instant after, Candle candle) {
        return runs.change(id, run -> {
                    boolean wanted =
                            run.isRunning() && run.progress().lastCandle().equals(after);
                    if (wanted) {
                        take(run, candle);
                    }
                    return wanted;
                })
                .orElse(false);
    }

    private void take(LiveRun run, Candle candle) {
        Signal signal = run.take(candle, clock.instant(), () -> runs.hasRoom(run, mostPositions));
        if (signal != null) {
            runs.addSignal(run.id(), candle.openTime(), signal);
        }
        signals.candleTaken();
    }
}

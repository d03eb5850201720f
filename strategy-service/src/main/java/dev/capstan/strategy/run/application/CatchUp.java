package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes the candles that a run missed from the market's record, one after the other, none left out. */
public final class CatchUp {

    private final LiveRuns runs;
    private final CandleRecord candles;
    private final ApplyCandle apply;
    private final Clock clock;

    public CatchUp(LiveRuns runs, CandleRecord candles, ApplyCandle apply, Clock clock) {
        this.runs = runs;
        this.candles = candles;
        this.apply = apply;
        this.clock = clock;
    }

    /** Does nothing for a run that is not behind. */
    public void run(RunId id) {
        Optional<LiveRun> seen = runs.find(id);
        while (seen.isPresent() && isBehind(seen.get()) && goesOn(seen.get())) {
            seen = runs.find(id);
        }
    }

    private static boolean isBehind(LiveRun run) {
        return run.isRunning() && run.progress().isBehind();
    }

    private boolean goesOn(LiveRun run) {
        Instant last = run.progress().lastCandle();
        List<Candle> page =
                candles.read(run.spec(), run.spec().next(last), run.progress().knownCandle());
        for (Candle candle : page) {
            if (isGap(run, last, candle) && !mayPass(run, last, candle)) {
                return false;
            }
            if (!apply.catchUp(run.id(), last, candle)) {
                return false;
            }
            last = candle.openTime();
        }
        return !page.isEmpty();
    }

    private static boolean isGap(LiveRun run, Instant last, Candle candle) {
        return !run.spec().next(last).equals(candle.openTime());
    }

    /** The market publishes a later candle only when it has none for the time before: a gap behind a known candle is there for good. */
    private boolean mayPass(LiveRun run, Instant last, Candle candle) {
        if (run.spec().gaps() == GapPolicy.SKIP) {
            return true;
        }
        runs.change(run.id(), now -> {
            now.halt(
                    HaltReason.MARKET_GAP,
                    "no candle from " + now.spec().next(last) + " to before " + candle.openTime(),
                    clock.instant());
            return now;
        });
        return false;
    }
}

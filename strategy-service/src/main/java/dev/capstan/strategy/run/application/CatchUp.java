package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.Candle;
import dev.capstan.strategy.run.domain.GapPolicy;
import dev.capstan.strategy.run.domain.HaltReason;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import dev.capstan.strategy.run.domain.UnusableCandleException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes the candles that a run missed from the market's record, one after the other, none left out. */
public final class CatchUp {

    private final LiveRuns runs;
    private final CandleRecord candles;
    private final ApplyCandle apply;

    public CatchUp(LiveRuns runs, CandleRecord candles, ApplyCandle apply) {
        this.runs = runs;
        this.candles = candles;
        this.apply = apply;
    }

    /**
     * Does nothing for a run that is not behind.
     *
     * @return whether it is still behind, because the record does not have yet what is known to be over
     */
    public boolean run(RunId id) {
        Optional<LiveRun> seen = runs.find(id);
        while (seen.isPresent() && isBehind(seen.get()) && goesOn(seen.get())) {
            seen = runs.find(id);
        }
        return seen.isPresent() && isBehind(seen.get());
    }

    private static boolean isBehind(LiveRun run) {
        return run.isRunning() && run.progress().isBehind();
    }

    /** Takes a page; false when there was none. */
    private boolean goesOn(LiveRun run) {
        Instant last = run.progress().lastCandle();
        List<Candle> page;
        try {
            page = candles.read(
                    run.spec(), run.spec().next(last), run.progress().knownCandle());
        } catch (UnusableCandleException e) {
            apply.halt(run.id(), last, HaltReason.CANDLE_UNUSABLE, String.valueOf(e.getMessage()));
            return true;
        }
        for (Candle candle : page) {
            if (isGap(run, last, candle) && run.spec().gaps() == GapPolicy.HALT) {
                // The market publishes in order: what is not there before a known candle will not be published any
                // more.
                apply.halt(
                        run.id(),
                        last,
                        HaltReason.MARKET_GAP,
                        "no candle from " + run.spec().next(last) + " to before " + candle.openTime());
                return true;
            }
            if (!apply.catchUp(run.id(), last, candle)) {
                return true;
            }
            last = candle.openTime();
        }
        return !page.isEmpty();
    }

    private static boolean isGap(LiveRun run, Instant last, Candle candle) {
        return !run.spec().next(last).equals(candle.openTime());
    }
}

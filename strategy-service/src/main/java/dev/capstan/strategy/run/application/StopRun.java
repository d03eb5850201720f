package dev.capstan.strategy.run.application;

import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a run; once it is over, it stays as it is. What it holds is left to its owner. */
public final class StopRun {

    private static final Logger log = LoggerFactory.getLogger(StopRun.class);

    private final LiveRuns runs;
    private final RunSignals signals;
    private final Clock clock;

    public StopRun(LiveRuns runs, RunSignals signals, Clock clock) {
        this.runs = runs;
        this.signals = signals;
        this.clock = clock;
    }

    public Optional<LiveRun> stop(RunId id, String by) {
        Optional<LiveRun> stopped = runs.change(id, run -> {
            run.stop(by, clock.instant());
            return run;
        });
        stopped.ifPresent(run -> log.info("Run {} was stopped by {}", id, by));
        signals.worthALook();
        return stopped;
    }
}

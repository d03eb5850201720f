package dev.capstan.backtest.worker;

import dev.capstan.backtest.run.domain.BacktestRun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process works on just now. */
final class RunningRuns {

    private final Map<Long, RunWatch> watches = new ConcurrentHashMap<>();

    void add(RunWatch watch) {
        watches.put(Thread.currentThread().threadId(), watch);
    }

    void remove() {
        watches.remove(Thread.currentThread().threadId());
    }

    Collection<RunWatch> all() {
        return List.copyOf(watches.values());
    }

    /** A change that this process committed: whoever still works on what is over stops. */
    void changed(BacktestRun run) {
        if (run.state().isOver()) {
            watches.values().stream()
                    .filter(watch -> watch.run().id().equals(run.id()))
                    .forEach(watch -> watch.stop(RunWatch.Stop.NOT_OURS));
        }
    }
}

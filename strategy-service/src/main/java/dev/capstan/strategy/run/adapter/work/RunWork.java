package dev.capstan.strategy.run.adapter.work;

import dev.capstan.strategy.run.application.CatchUp;
import dev.capstan.strategy.run.application.RelayIntents;
import dev.capstan.strategy.run.application.WatchMarkets;
import dev.capstan.strategy.run.domain.RunId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for runs, each by one thread at a time. */
final class RunWork {

    private static final Logger log = LoggerFactory.getLogger(RunWork.class);

    private final CatchUp catchUp;
    private final RelayIntents relay;
    private final WatchMarkets markets;
    private final String replica;
    private final BooleanSupplier goesOn;
    private final Set<RunId> busy = ConcurrentHashMap.newKeySet();
    private final RestingRuns resting = new RestingRuns(System::nanoTime);
    private final AtomicBoolean looking = new AtomicBoolean();

    /** @param goesOn false once this process stops, when what waits for a thread is left to others */
    RunWork(CatchUp catchUp, RelayIntents relay, WatchMarkets markets, String replica, BooleanSupplier goesOn) {
        this.catchUp = catchUp;
        this.relay = relay;
        this.markets = markets;
        this.replica = replica;
        this.goesOn = goesOn;
    }

    /** Has a thread do what is due for a run, unless one does or the run rests. */
    void lookAfter(RunId id, Executor workers) {
        if (!resting.isResting(id) && busy.add(id)) {
            workers.execute(() -> lookAfter(id));
        }
    }

    private void lookAfter(RunId id) {
        try {
            if (goesOn.getAsBoolean()) {
                boolean behind = catchUp.run(id);
                relay.run(id);
                rest(id, behind);
            }
        } catch (RuntimeException e) {
            log.warn("Run {} is worked for again: {}", id, e.getMessage());
            resting.rests(id);
        } finally {
            busy.remove(id);
        }
    }

    private void rest(RunId id, boolean waits) {
        if (waits) {
            resting.waits(id);
        } else {
            resting.wentWell(id);
        }
    }

    /** Has a thread look at the markets of this replica's runs, unless one does. */
    void lookAtMarkets(Executor workers) {
        if (looking.compareAndSet(false, true)) {
            workers.execute(this::lookAtMarkets);
        }
    }

    private void lookAtMarkets() {
        try {
            if (goesOn.getAsBoolean()) {
                markets.look(replica);
            }
        } catch (RuntimeException e) {
            log.warn("The markets of runs are looked at again: {}", e.getMessage());
        } finally {
            looking.set(false);
        }
    }
}

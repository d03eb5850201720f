package dev.capstan.strategy.run.application;

import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import dev.capstan.strategy.run.application.OrderDesk.Answer;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.Errand;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a run's intent to execution. That it is about to is stored before the call and what came of it after; whoever dies in between calls
 * again with the same key, and the order exists once.
 */
public final class RelayIntents {

    private static final Logger log = LoggerFactory.getLogger(RelayIntents.class);

    private final LiveRuns runs;
    private final OrderDesk desk;
    private final RunSignals signals;
    private final Clock clock;

    public RelayIntents(LiveRuns runs, OrderDesk desk, RunSignals signals, Clock clock) {
        this.runs = runs;
        this.desk = desk;
        this.signals = signals;
        this.clock = clock;
    }

    /** What has to be done for {@code id} now, once. */
    public void run(RunId id) {
        record Work(LiveRun run, Errand errand) {}
        Optional<Work> work = runs.change(id, run -> new Work(run, run.errand(clock.instant())));
        if (work.isEmpty()) {
            return;
        }
        switch (work.get().errand()) {
            case Errand.None() -> {}
            case Errand.Send(Attempt attempt) -> send(work.get().run(), attempt);
            case Errand.Ask(Attempt attempt) -> ask(attempt);
        }
    }

    private void send(LiveRun run, Attempt attempt) {
        CrashPoints.reached(
                CrashPoint.RUN_INTENT_COMMITTED, attempt.clientOrderId().text());
        Answer answer = desk.place(run.spec(), run.owner(), attempt);
        CrashPoints.reached(
                CrashPoint.RUN_ORDER_ANSWERED, attempt.clientOrderId().text());
        signals.orderSent();
        switch (answer) {
            case Answer.Known known -> store(attempt, now -> now.ordered(attempt, known.orderId()));
            case Answer.Refused(String why) -> store(attempt, now -> now.refused(attempt, why, clock.instant()));
            case Answer.None(String why) ->
                log.warn("Run {} has no answer about {}, it is asked for again: {}", run.id(), attempt.key(), why);
        }
    }

    /** What execution was called for and may not be called for any more: has it come to be an order? */
    private void ask(Attempt attempt) {
        desk.has(attempt).ifPresent(known -> {
            // An order that exists tells of itself by its events.
            if (!known) {
                store(attempt, now -> now.neverOrdered(attempt, clock.instant()));
            }
        });
    }

    private void store(Attempt attempt, Consumer<LiveRun> change) {
        runs.change(attempt.runId(), run -> {
            change.accept(run);
            return run;
        });
    }
}

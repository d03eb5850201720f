package dev.capstan.strategy.run.application;

import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.kit.consumer.EventRuleViolation;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.LiveRun;
import dev.capstan.strategy.run.domain.RunFill;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something happened to an order; when it is a run's, the run hears of it, in the caller's transaction. */
public final class ApplyOrderEvent {

    private final LiveRuns runs;
    private final RunSignals signals;
    private final Clock clock;

    public ApplyOrderEvent(LiveRuns runs, RunSignals signals, Clock clock) {
        this.runs = runs;
        this.signals = signals;
        this.clock = clock;
    }

    public void apply(OrderEvent event) {
        runs.attempt(event.order().clientOrderId()).ifPresent(attempt -> {
            runs.change(attempt.runId(), run -> {
                run.happened(attempt, event, booked(attempt, event.fill()), clock.instant());
                told(run);
                return run;
            });
            signals.worthALook();
        });
    }

    private @Nullable RunFill booked(Attempt attempt, @Nullable FillDetails details) {
        if (details == null) {
            return null;
        }
        RunFill fill = read(attempt, details);
        return runs.addFill(fill) ? fill : null;
    }

    private static RunFill read(Attempt attempt, FillDetails details) {
        try {
            return RunFill.of(attempt, details);
        } catch (ArithmeticException e) {
            throw new EventRuleViolation(
                    "expected numbers of at most eight places in fill " + details.tradeId() + ": " + e.getMessage());
        }
    }

    private void told(LiveRun run) {
        run.changed().stream().map(Attempt::cause).filter(Objects::nonNull).forEach(signals::attemptEnded);
    }
}

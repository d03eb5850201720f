package dev.capstan.strategy.run.application;

import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.strategy.run.domain.Attempt;
import dev.capstan.strategy.run.domain.RunFill;
import java.time.Clock;
import java.util.Collection;
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
            runs.tell(attempt.runId(), run -> {
                run.happened(attempt, event, booked(attempt, event), clock.instant());
                return run;
            });
            signals.worthALook();
        });
    }

    /** Before several are applied in one transaction: candles lock the same runs. */
    public void lockRuns(Collection<OrderEvent> events) {
        runs.lock(events.stream().map(event -> event.order().clientOrderId()).toList());
    }

    private @Nullable RunFill booked(Attempt attempt, OrderEvent event) {
        FillDetails details = event.fill();
        if (details == null) {
            return null;
        }
        RunFill fill = read(attempt, event, details);
        return runs.addFill(fill) ? fill : null;
    }

    private static RunFill read(Attempt attempt, OrderEvent event, FillDetails details) {
        try {
            return RunFill.of(attempt, details);
        } catch (ArithmeticException e) {
            throw new IllegalStateException(
                    "order=" + event.order().orderId() + " fill=" + details.tradeId()
                            + " is not booked: expected numbers of at most 8 decimal places and 92 billion",
                    e);
        }
    }
}

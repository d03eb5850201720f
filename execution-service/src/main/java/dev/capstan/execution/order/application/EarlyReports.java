package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.venue.domain.VenueReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Reports of a stream that overtook the answer to their submit. They wait for it a moment: it says all that they say, is stored in one
 * transaction where they would take one each, and makes them repeats that cost nothing.
 *
 * <p>An answer that is late or lost is not waited for longer than {@link #LONGEST}. What dies here with the process was not stored yet
 * anyhow, as with every report; the next owner of the session compares with the venue.
 */
final class EarlyReports {

    private static final Duration LONGEST = Duration.ofMillis(200);

    private final Map<Submit, Held> held = new ConcurrentHashMap<>();
    private final Executor later;

    /** @param later runs what is released because an answer stayed away, {@link #LONGEST} after it is handed over */
    EarlyReports(Executor later) {
        this.later = later;
    }

    static EarlyReports timed() {
        return new EarlyReports(CompletableFuture.delayedExecutor(
                LONGEST.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread));
    }

    /** A submit of the order is about to be written. */
    void expect(Order claimed) {
        held.put(Submit.of(claimed), new Held(claimed, new ArrayList<>()));
    }

    /**
     * Keeps the report if the answer to its submit is on the way.
     *
     * @param release what to do when the answer does not come in time: takes the order and what is held by then
     */
    boolean hold(VenueReport report, BiConsumer<Order, List<VenueReport>> release) {
        Submit submit = new Submit(report.accountId(), report.clientOrderId());
        return held.computeIfPresent(submit, (key, waiting) -> {
                    if (waiting.reports().isEmpty()) {
                        later.execute(() -> release.accept(waiting.claimed(), taken(submit)));
                    }
                    waiting.reports().add(report);
                    return waiting;
                })
                != null;
    }

    /** What overtook the answer of the order, in the order in which it came; from now on nothing of it is held. */
    List<VenueReport> release(Order claimed) {
        return taken(Submit.of(claimed));
    }

    private List<VenueReport> taken(Submit submit) {
        Held waiting = held.remove(submit);
        return waiting == null ? List.of() : List.copyOf(waiting.reports());
    }

    /** What came so far; changed only inside the map's own steps. */
    private record Held(Order claimed, List<VenueReport> reports) {}

    private record Submit(AccountId accountId, ClientOrderId clientOrderId) {

        static Submit of(Order order) {
            return new Submit(order.terms().accountId(), order.terms().clientOrderId());
        }
    }
}

package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.OrderTerms;
import dev.capstan.execution.order.domain.RequestOrigin;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores the intent first, then takes it to a decision. Killed anywhere after the intent, the order is decided by a replica that finds
 * it, and the repeated call gets that decision.
 */
public final class PlaceOrder {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final OrderFactory factory;
    private final Orders orders;
    private final OrderStreams streams;
    private final DecideOrder decide;
    private final AwaitOrder await;
    private final OrderMetrics metrics;
    private final OrderSettings settings;
    private final Clock clock;

    public PlaceOrder(
            OrderFactory factory,
            Orders orders,
            OrderStreams streams,
            DecideOrder decide,
            AwaitOrder await,
            OrderMetrics metrics,
            OrderSettings settings,
            Clock clock) {
        this.factory = factory;
        this.orders = orders;
        this.streams = streams;
        this.decide = decide;
        this.await = await;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    public Placement place(NewOrder request) throws InterruptedException {
        OrderTerms terms = factory.terms(request);
        OrderChange intent = Order.received(terms);
        Optional<Order> known = knownOrStored(intent);
        if (known.isPresent()) {
            return repeat(known.get(), terms);
        }
        CrashPoints.reached(CrashPoint.INTENT_COMMITTED, terms.clientOrderId().text());
        return first(intent.after());
    }

    private Optional<Order> knownOrStored(OrderChange intent) {
        try {
            return streams.add(intent);
        } catch (OrderKnownException faster) {
            OrderTerms terms = intent.after().terms();
            return Optional.of(
                    orders.find(terms.accountId(), terms.clientOrderId()).orElseThrow(() -> faster));
        }
    }

    private Placement first(Order stored) throws InterruptedException {
        Instant giveUp = stored.terms().receivedAt().plus(settings.answerWithin());
        Order order = decide.attempt(stored);
        while (order.isUndecided() && clock.instant().isBefore(giveUp)) {
            order = await.until(order, now -> !now.isUndecided(), BETWEEN_TRIES);
            order = order.isUndecided() ? decide.attempt(order) : order;
        }
        return answer(order);
    }

    /** The call that stored it, or the replica that finds it, decides; a repeat only waits for that. */
    private Placement repeat(Order known, OrderTerms asked) throws InterruptedException {
        metrics.repeatSuppressed();
        if (!Objects.equals(fingerprint(known.terms()), fingerprint(asked))) {
            return new Placement.KeyReused(known);
        }
        return answer(await.until(known, order -> !order.isUndecided(), settings.answerWithin()));
    }

    private static Placement answer(Order order) {
        return order.isUndecided() ? new Placement.Undecided(order) : new Placement.Decided(order);
    }

    private static @Nullable String fingerprint(OrderTerms terms) {
        RequestOrigin origin = terms.origin();
        return origin == null ? null : origin.fingerprint();
    }
}

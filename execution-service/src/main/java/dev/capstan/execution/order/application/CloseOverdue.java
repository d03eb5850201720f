package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds NEW orders that nobody carries on with, on any replica: decides what is undecided, ends what was not claimed in time. */
public final class CloseOverdue {

    private static final Logger log = LoggerFactory.getLogger(CloseOverdue.class);
    private static final Duration RESERVED_FOR = Duration.ofSeconds(2);
    private static final int AT_A_TIME = 50;

    private final Orders orders;
    private final OrderStreams streams;
    private final DecideOrder decide;
    private final ClaimRules rules;
    private final Clock clock;

    public CloseOverdue(Orders orders, OrderStreams streams, DecideOrder decide, ClaimRules rules, Clock clock) {
        this.orders = orders;
        this.streams = streams;
        this.decide = decide;
        this.rules = rules;
        this.clock = clock;
    }

    public void round() {
        orders.takeOverdue(clock.instant(), RESERVED_FOR, AT_A_TIME).forEach(this::carryOnAside);
    }

    /** Aside: an unanswered risk call of one order must not keep the others waiting. */
    private void carryOnAside(Order order) {
        Thread.ofVirtual().name("overdue-" + order.terms().clientOrderId()).start(() -> carryOn(order));
    }

    private void carryOn(Order order) {
        try {
            if (order.isUndecided()) {
                decide.attempt(order);
            } else {
                endIfTooLate(order);
            }
        } catch (RuntimeException failed) {
            log.warn("Overdue order {} stays as it is: {}", order.id(), failed.toString());
        }
    }

    private void endIfTooLate(Order order) {
        if (clock.instant().isAfter(order.terms().submitBy())) {
            streams.change(order, now -> now.isClaimable() ? rules.tooLate(now) : OrderChange.none(now));
        }
    }
}

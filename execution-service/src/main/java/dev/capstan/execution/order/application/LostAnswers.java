package dev.capstan.execution.order.application;

import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.domain.Claim;
import dev.capstan.execution.order.domain.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Finds claims of our own sessions whose answer was never stored: the process lives, but its thread failed between the claim and the
 * answer, or the commit of the claim itself was never confirmed. They are in doubt.
 */
public final class LostAnswers {

    private static final Duration AFTER_WINDOW = Duration.ofSeconds(2);

    private final SendOrder sender;
    private final StoreSubmitAnswer answers;
    private final OrderSettings settings;
    private final Clock clock;

    public LostAnswers(SendOrder sender, StoreSubmitAnswer answers, OrderSettings settings, Clock clock) {
        this.sender = sender;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Claims older than this are to be looked at. */
    Instant claimedBefore() {
        return clock.instant().minus(settings.window()).minus(AFTER_WINDOW);
    }

    void round(Collection<Order> orders) {
        Instant before = claimedBefore();
        orders.stream().filter(order -> isUnanswered(order, before)).forEach(this::putInDoubt);
    }

    private static boolean isUnanswered(Order order, Instant claimedBefore) {
        Claim claim = order.claim();
        return order.status() == OrderStatus.SUBMITTED
                && claim != null
                && !claim.notExecuted()
                && claim.claimedAt().isBefore(claimedBefore);
    }

    private void putInDoubt(Order order) {
        if (!sender.isInFlight(order.id())) {
            answers.putInDoubt(order, "the answer was never stored");
        }
    }
}

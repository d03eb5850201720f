package dev.capstan.execution.order.adapter.config;

import dev.capstan.execution.background.Calm;
import dev.capstan.execution.order.application.OrderSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of the money path.
 *
 * @param submitWithin how long after acceptance an order may be claimed
 * @param answerWithin how long a call waits for the decision; at least {@code submitWithin}
 * @param window how long after its timestamp the venue may execute a submit; at most 3 s
 * @param maxInFlight submits of one account that may wait for the venue at a time
 * @param claimEvery how often approved orders are looked for when nobody signals; five times less often when there were none for a while
 * @param overdueEvery how often orders are looked for that nobody carries on with
 * @param followUpEvery how often orders in doubt, to be canceled or lacking fills are looked for; four times less often when there were
 *     none for a while
 */
@ConfigurationProperties("capstan.orders")
record OrderProperties(
        @DefaultValue("5s") Duration submitWithin,
        @DefaultValue("6s") Duration answerWithin,
        @DefaultValue("2500ms") Duration window,
        @DefaultValue("16") int maxInFlight,
        @DefaultValue("100ms") Duration claimEvery,
        @DefaultValue("500ms") Duration overdueEvery,
        @DefaultValue("250ms") Duration followUpEvery) {

    private static final int QUIET_ROUNDS = 50;

    /** An approval of another replica whose call was lost is found this late: half of the second in which it must be. */
    Calm claimCalm() {
        return new Calm(QUIET_ROUNDS, claimEvery.multipliedBy(5));
    }

    Calm followUpCalm() {
        return new Calm(QUIET_ROUNDS, followUpEvery.multipliedBy(4));
    }

    OrderSettings settings() {
        return new OrderSettings(submitWithin, answerWithin, window, maxInFlight);
    }
}

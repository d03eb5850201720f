package dev.capstan.execution.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Times of the session lease.
 *
 * @param lease how long a session is ours without a renewal; when its owner dies, orders wait that long and for the next look at free
 *     sessions; together shorter than the 5 s in which an order may be claimed, so that one placed at that moment still goes out
 * @param renewEvery at most a third of {@code lease}
 * @param acquireEvery how often free sessions are looked for
 */
@ConfigurationProperties("capstan.session")
record SessionSettings(
        @DefaultValue("4s") Duration lease,
        @DefaultValue("1s") Duration renewEvery,
        @DefaultValue("500ms") Duration acquireEvery) {

    SessionSettings {
        if (!renewEvery.isPositive() || renewEvery.multipliedBy(3).compareTo(lease) > 0) {
            throw new IllegalArgumentException(
                    "expected capstan.session.renew-every of at most a third of capstan.session.lease, got: "
                            + renewEvery + " and " + lease);
        }
        if (!acquireEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "expected capstan.session.acquire-every of more than 0, got: " + acquireEvery);
        }
    }
}

package dev.capstan.portfolio.feed;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.kit.consumer.StreamPositions;
import dev.capstan.kit.health.HealthCheck;
import dev.capstan.portfolio.ledger.LedgerConsumer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Knows when a figure made from order events may lack some: the key's stream has a known gap, or brokers and consumers have been in
 * trouble for so long that nobody can say what was missed.
 */
@Component
public class OrderFeed {

    private static final Set<String> CHECKS = Set.of("kafka", "consumers");

    private final List<HealthCheck> checks;
    private final StreamPositions streams;
    private final FeedSettings settings;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Instant confirmedAt = Instant.EPOCH;

    OrderFeed(List<HealthCheck> checks, StreamPositions streams, FeedSettings settings, Clock clock) {
        this.checks =
                checks.stream().filter(check -> CHECKS.contains(check.name())).toList();
        this.streams = streams;
        this.settings = settings;
        this.clock = clock;
    }

    /** At a fixed rate, because then each look has a thread of its own and one that hangs holds up no other schedule. */
    @Scheduled(fixedRateString = "${capstan.portfolio.feed-check-interval}")
    void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant before = clock.instant();
            if (checks.stream().allMatch(check -> check.check().status() == HealthCheck.Status.UP)) {
                confirmedAt = before;
            }
        } finally {
            looking.set(false);
        }
    }

    /** Whether figures of {@code key} may lack events. */
    public boolean isBehind(StreamKey key) {
        return isSilent() || streams.isBehind(LedgerConsumer.NAME, key);
    }

    private boolean isSilent() {
        return confirmedAt.plus(settings.staleAfter()).isBefore(clock.instant());
    }
}

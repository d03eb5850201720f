package dev.capstan.kit.outbox.relay;

import dev.capstan.kit.jdbc.Transactions;
import dev.capstan.kit.outbox.CompactedStates;
import dev.capstan.kit.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the states of compacted topics anew, so that whoever holds an older one heals and whoever watches knows the owner lives. */
final class StateRepublisher {

    private static final Logger log = LoggerFactory.getLogger(StateRepublisher.class);

    private final List<CompactedStates> owners;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Duration every;
    private long lastNanos;
    private boolean due = true;

    StateRepublisher(List<CompactedStates> owners, Outbox outbox, Transactions transactions, Duration every) {
        this.owners = List.copyOf(owners);
        this.outbox = outbox;
        this.transactions = transactions;
        this.every = every;
    }

    /**
     * Publishes when buckets were taken over, and from time to time in the one process that {@code regular} is true for.
     */
    void tick(boolean tookOver, boolean regular) {
        due |= tookOver;
        if (due || (regular && System.nanoTime() - lastNanos >= every.toNanos())) {
            owners.forEach(this::publish);
            lastNanos = System.nanoTime();
            due = false;
        }
    }

    /** One transaction per owner. Read and append are one, so that a state cannot be appended after its row was gone. */
    private void publish(CompactedStates owner) {
        int count = transactions.call(() -> {
            var states = owner.currentStates();
            outbox.append(states);
            return states.size();
        });
        log.debug("{} states published anew by {}", count, owner.getClass().getSimpleName());
    }
}

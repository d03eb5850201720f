package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.session.EarlierClaims;
import dev.capstan.execution.session.SessionOwnership;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takeover: streams first, then the lease, as everywhere. A claim may slip in between the look at the streams and the new fence, on a
 * stream that was not locked; then everything is undone and tried again, and no further one can come once the old lease has ended.
 */
public final class EarlierClaimsInDoubt implements EarlierClaims {

    private static final Logger log = LoggerFactory.getLogger(EarlierClaimsInDoubt.class);
    private static final int TRIES = 5;

    private final Orders orders;
    private final OrderStreams streams;
    private final OrderMetrics metrics;
    private final Clock clock;

    public EarlierClaimsInDoubt(Orders orders, OrderStreams streams, OrderMetrics metrics, Clock clock) {
        this.orders = orders;
        this.streams = streams;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Optional<SessionOwnership> inDoubtWith(AccountId accountId, Supplier<Optional<SessionOwnership>> takeLease) {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return tryOnce(accountId, takeLease);
            } catch (ClaimSlippedInException again) {
                log.info("A claim of account {} slipped in, takeover begins again after try {}", accountId, attempt);
            }
        }
        return tryOnce(accountId, takeLease);
    }

    private Optional<SessionOwnership> tryOnce(AccountId accountId, Supplier<Optional<SessionOwnership>> takeLease) {
        Set<StreamKey> keys = orders.streamsWithClaims(accountId);
        Instant now = clock.instant();
        return streams.in(keys, open -> {
            Optional<SessionOwnership> taken = takeLease.get();
            taken.ifPresent(ownership -> putInDoubt(open, ownership, keys, now));
            return taken;
        });
    }

    private void putInDoubt(OpenStreams open, SessionOwnership ownership, Set<StreamKey> keys, Instant now) {
        if (!keys.containsAll(orders.streamsWithClaims(ownership.accountId()))) {
            throw new ClaimSlippedInException();
        }
        List<Order> claims = orders.submitted(ownership.accountId());
        for (Order order : claims) {
            open.store(order, order.fallInDoubt("session taken over with fence " + ownership.fence(), now));
            metrics.fellInDoubt();
        }
    }

    private static final class ClaimSlippedInException extends RuntimeException {}
}

package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look for approved orders of the sessions that this replica owns; each is claimed and sent on a thread of its own. */
public final class ClaimApproved {

    private static final Logger log = LoggerFactory.getLogger(ClaimApproved.class);
    private static final int AT_A_TIME = 100;

    private final Sessions sessions;
    private final Orders orders;
    private final ClaimTickets tickets;
    private final ClaimOrder claims;
    private final Clock clock;
    private final Set<OrderId> claiming = ConcurrentHashMap.newKeySet();

    public ClaimApproved(Sessions sessions, Orders orders, ClaimTickets tickets, ClaimOrder claims, Clock clock) {
        this.sessions = sessions;
        this.orders = orders;
        this.tickets = tickets;
        this.claims = claims;
        this.clock = clock;
    }

    /** Whether there were any. */
    public boolean round() {
        List<AccountId> accounts =
                sessions.allOwned().stream().map(SessionOwnership::accountId).toList();
        List<Order> claimable = accounts.isEmpty() ? List.of() : orders.claimable(accounts, clock.instant(), AT_A_TIME);
        claimable.forEach(this::begin);
        return !claimable.isEmpty();
    }

    private void begin(Order order) {
        if (!claiming.add(order.id())) {
            return;
        }
        Optional<ClaimTicket> ticket = tickets.take(order.terms().accountId());
        if (ticket.isEmpty()) {
            claiming.remove(order.id());
            return;
        }
        Thread.ofVirtual().name("claim-" + order.terms().clientOrderId()).start(() -> claim(order, ticket.get()));
    }

    private void claim(Order order, ClaimTicket ticket) {
        try {
            claims.claim(order, ticket);
        } catch (RuntimeException failed) {
            // Not claimed, or not known to be: the next round, or the age of the claim, will tell.
            log.warn("Claim of {} failed: {}", order.id(), failed.toString());
        } finally {
            claiming.remove(order.id());
        }
    }
}

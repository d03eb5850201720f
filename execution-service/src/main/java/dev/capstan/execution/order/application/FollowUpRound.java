package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.session.SessionOwnership;
import dev.capstan.execution.session.Sessions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** One look at the orders of our sessions that cannot be left alone; each kind is then seen to in its own way. */
public final class FollowUpRound {

    private final Sessions sessions;
    private final Orders orders;
    private final LostAnswers lostAnswers;
    private final ResolveDoubt doubts;
    private final QueryOrder queries;
    private final FollowUp resolving;
    private final FollowUp canceling;
    private final FollowUp querying;

    public FollowUpRound(
            Sessions sessions,
            Orders orders,
            LostAnswers lostAnswers,
            ResolveDoubt doubts,
            CancelAtVenue cancels,
            QueryOrder queries,
            Duration soon) {
        this.sessions = sessions;
        this.orders = orders;
        this.lostAnswers = lostAnswers;
        this.doubts = doubts;
        this.queries = queries;
        this.resolving = new FollowUp("doubt", soon, doubts::resolve);
        this.canceling = new FollowUp("cancel", Duration.ZERO, cancels::cancel);
        this.querying = new FollowUp("missing-fills", soon, queries::query);
    }

    /** Whether there were any. */
    public boolean round() {
        List<AccountId> accounts =
                sessions.allOwned().stream().map(SessionOwnership::accountId).toList();
        List<Order> found = accounts.isEmpty() ? List.of() : orders.toFollowUp(accounts, lostAnswers.claimedBefore());
        lostAnswers.round(found);
        resolving.round(doubts.due(found));
        canceling.round(aliveToCancel(found));
        List<Order> toQuery = accounts.isEmpty() ? List.of() : queries.due(found, accounts);
        querying.round(toQuery);
        return !found.isEmpty() || !toQuery.isEmpty();
    }

    /** Whether a change makes an order one of those; then the next look must not be late. */
    public static boolean concerns(Order order) {
        return order.status() == OrderStatus.UNKNOWN
                || isAliveToCancel(order)
                || order.execution().lacksFills();
    }

    private static List<Order> aliveToCancel(Collection<Order> found) {
        return found.stream().filter(FollowUpRound::isAliveToCancel).toList();
    }

    private static boolean isAliveToCancel(Order order) {
        boolean alive = order.status() == OrderStatus.ACCEPTED || order.status() == OrderStatus.PARTIALLY_FILLED;
        return alive && order.cancelRequested();
    }
}

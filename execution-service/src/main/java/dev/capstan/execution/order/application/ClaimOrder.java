package dev.capstan.execution.order.application;

import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import java.util.function.BiFunction;

/** Claims an order in its transaction and hands it to the sender after the commit; whatever happens, the ticket is given back. */
public final class ClaimOrder {

    private final OrderStreams streams;
    private final ClaimRules rules;
    private final SendOrder sender;

    public ClaimOrder(OrderStreams streams, ClaimRules rules, SendOrder sender) {
        this.streams = streams;
        this.rules = rules;
        this.sender = sender;
    }

    /** Claims an approved order; returns it as it is then. */
    public Order claim(Order order, ClaimTicket ticket) {
        return commitAndSend(order, ticket, rules::claim);
    }

    /** Approves and claims in one transaction an order that risk let pass; one that is decided already stays as it is. */
    public Order approveAndClaim(Order order, ClaimTicket ticket) {
        return commitAndSend(
                order,
                ticket,
                (now, taken) -> now.isUndecided() ? rules.approveAndClaim(now, taken) : OrderChange.none(now));
    }

    private Order commitAndSend(Order order, ClaimTicket ticket, BiFunction<Order, ClaimTicket, OrderChange> step) {
        boolean sent = false;
        try {
            Committed committed = streams.in(order.terms().streamKey(), open -> {
                Order before = open.order(order.id());
                OrderChange change = step.apply(before, ticket);
                open.store(before, change);
                return new Committed(before, change.after());
            });
            if (committed.isClaim()) {
                sender.send(committed.after(), ticket);
                sent = true;
            }
            return committed.after();
        } finally {
            if (!sent) {
                ticket.close();
            }
        }
    }

    private record Committed(Order before, Order after) {

        boolean isClaim() {
            return after.status() == OrderStatus.SUBMITTED && after.submitAttempt() > before.submitAttempt();
        }
    }
}

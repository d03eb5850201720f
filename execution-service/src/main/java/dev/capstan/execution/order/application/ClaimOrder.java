package dev.capstan.execution.order.application;

import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import java.util.function.Function;

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
        return commitAndSend(order, ticket, view -> rules.claim(view, ticket));
    }

    /** Approves and claims in one transaction an order that risk let pass; one that is decided already stays as it is. */
    public Order approveAndClaim(Order order, ClaimTicket ticket) {
        return commitAndSend(
                order,
                ticket,
                view -> view.order().isUndecided()
                        ? rules.approveAndClaim(view, ticket)
                        : OrderChange.none(view.order()));
    }

    private Order commitAndSend(Order order, ClaimTicket ticket, Function<ClaimView, OrderChange> step) {
        boolean sent = false;
        try {
            OrderChange committed = streams.claim(order, ticket.ownership(), step);
            if (committed.has(OrderEventType.OrderSubmitted)) {
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
}

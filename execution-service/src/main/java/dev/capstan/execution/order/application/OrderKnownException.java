package dev.capstan.execution.order.application;

import dev.capstan.execution.order.domain.OrderTerms;

/** Somebody stored the order in the meantime: undo, and go on with what is stored. */
public class OrderKnownException extends RuntimeException {

    public OrderKnownException(OrderTerms terms) {
        super("already stored: " + terms.clientOrderId());
    }
}

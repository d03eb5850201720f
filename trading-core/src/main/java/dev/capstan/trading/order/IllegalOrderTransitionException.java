package dev.capstan.trading.order;

/** A move that the table does not list: a bug of ours or a fact that cannot be, never something to carry on from. */
public class IllegalOrderTransitionException extends RuntimeException {

    public IllegalOrderTransitionException(OrderStage from, OrderStage to) {
        super("no order goes from " + from + " to " + to);
    }
}

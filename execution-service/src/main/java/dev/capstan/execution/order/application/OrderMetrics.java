package dev.capstan.execution.order.application;

/** What the money path counts. */
public interface OrderMetrics {

    /** A request was written to the venue. */
    void submitted();

    /** A call repeated an order that exists. */
    void repeatSuppressed();

    /** An order came to be in doubt. */
    void fellInDoubt();
}

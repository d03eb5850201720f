package dev.capstan.execution.order.application;

import java.time.Duration;

/** What the money path counts. */
public interface OrderMetrics {

    /** A request was written to the venue. */
    void submitted();

    /** A call repeated an order that exists. */
    void repeatSuppressed();

    /** An order was claimed for sending. */
    void claimed();

    /** An order came to be in doubt. */
    void fellInDoubt();

    /** What is in doubt now, in the sessions that this replica owns. */
    void inDoubt(int orders, Duration oldest);
}

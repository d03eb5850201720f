package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;

/** An order of ours that the venue may have: SUBMITTED, UNKNOWN, ACCEPTED or PARTIALLY_FILLED. */
public record OpenOrder(
        InstrumentId instrumentId, ClientOrderId clientOrderId, OrderStatus status, Quantity filledQuantity) {

    /** Whether the venue has acknowledged it. One that is only claimed is the in-doubt rules' to follow, not ours. */
    public boolean isAcknowledged() {
        return status == OrderStatus.ACCEPTED || status == OrderStatus.PARTIALLY_FILLED;
    }
}

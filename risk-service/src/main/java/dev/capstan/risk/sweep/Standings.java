package dev.capstan.risk.sweep;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.order.OrderStanding;
import java.util.List;

/** Execution's word on orders. */
interface Standings {

    /** One standing for each id, in the same order. Throws when execution does not answer. */
    List<OrderStanding> of(List<ClientOrderId> clientOrderIds);
}

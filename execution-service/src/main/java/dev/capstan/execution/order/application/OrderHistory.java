package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.OrderId;
import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.order.OrderEvent;
import dev.capstan.contracts.order.OrderStanding;
import java.util.List;

/** What was told about orders, as it was told. */
public interface OrderHistory {

    StreamPage stream(StreamKey key, long after, int limit);

    /** Every event of one order, oldest first. */
    List<OrderEvent> timeline(OrderId orderId);

    /** The last number of the key's stream; 0 when nothing ever happened. */
    long lastNumber(StreamKey key);

    /** Where these orders stand, in the order asked, each with a number of its stream that is not older than the status. */
    List<OrderStanding> standings(List<ClientOrderId> clientOrderIds);
}

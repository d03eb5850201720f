package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.order.domain.Order;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Raises the flag "somebody wants it canceled". An order never claimed ends at once; any other is canceled at the venue by the session's
 * owner, again and again while it is found alive. Passes when trading is halted, asks nobody, and may be repeated freely.
 */
public final class CancelOrder {

    private final Orders orders;
    private final OrderStreams streams;
    private final WakeOwner wakeOwner;
    private final Clock clock;

    public CancelOrder(Orders orders, OrderStreams streams, WakeOwner wakeOwner, Clock clock) {
        this.orders = orders;
        this.streams = streams;
        this.wakeOwner = wakeOwner;
        this.clock = clock;
    }

    /** Returns the order with the flag, or as it ended before. */
    public Order cancel(Order order) {
        streams.change(order, now -> now.requestCancel(clock.instant()));
        wakeOwner.of(order.terms().accountId());
        return orders.find(order.id()).orElse(order);
    }

    /** Cancels every open order of the account, or of one instrument of it; one transaction each. Returns them with the flag. */
    public List<Order> cancelAll(AccountId accountId, Optional<InstrumentId> instrumentId) {
        return orders.open(accountId).stream()
                .filter(order ->
                        instrumentId.map(order.terms().instrumentId()::equals).orElse(true))
                .map(this::cancel)
                .toList();
    }

    /** Cancels every open order there is. */
    public void cancelEverything() {
        orders.accountsWithOpenOrders().forEach(accountId -> cancelAll(accountId, Optional.empty()));
    }
}

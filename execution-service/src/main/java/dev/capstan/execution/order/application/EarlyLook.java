package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.tradingstate.TradingStateEvent;
import java.util.List;
import java.util.Optional;

/**
 * What was true of an account a moment ago, read without locks: good for an early answer, not for a claim.
 *
 * @param halt what stops orders of the instrument
 * @param underWay other orders of the account that the venue does not show as open yet, and may come to show
 */
public record EarlyLook(Optional<TradingStateEvent> halt, List<OrdersUnderWay> underWay) {

    public EarlyLook {
        underWay = List.copyOf(underWay);
    }

    /** Whether an order of the instrument has an unknown outcome. */
    boolean isInDoubt(InstrumentId instrumentId) {
        return underWay.stream()
                .anyMatch(orders -> orders.inDoubt() && orders.instrumentId().equals(instrumentId));
    }
}

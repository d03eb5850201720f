package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.contracts.value.Quantity;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.venue.domain.VenueReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The latest orders that this replica saw filled whole, so that the stream's echo of an answer costs nothing at all.
 *
 * <p>It may be out of date, and that does no harm. Fills stay booked and quantities only grow, so a report of booked fills and no larger
 * quantity says nothing to any later state either: to a re-opened order it neither acknowledges, which it is, nor ends it, since what
 * re-opened it executed more.
 */
final class FilledOrders {

    private static final int LATEST = 4096;

    private final Map<Key, Filled> latest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Filled> eldest) {
            return size() > LATEST;
        }
    };

    /**
     * Keeps the order in mind if it is filled whole.
     *
     * @param order as committed
     * @param trades of the venue's order, all booked
     */
    synchronized void remember(Order order, Set<TradeId> trades) {
        VenueOrderId venueOrderId = order.venueOrderId();
        if (order.status() == OrderStatus.FILLED && venueOrderId != null) {
            Key key = new Key(order.terms().accountId(), order.terms().instrumentId(), venueOrderId);
            Quantity quantity = order.execution().filledQuantity();
            latest.merge(key, new Filled(order.terms().clientOrderId(), quantity, trades), Filled::and);
        }
    }

    /** Whether the report says nothing that is not known of one of them. */
    synchronized boolean explain(VenueReport report) {
        Filled filled = latest.get(new Key(report.accountId(), report.instrumentId(), report.venueOrderId()));
        return filled != null
                && filled.clientOrderId().equals(report.clientOrderId())
                && !report.executedQuantity().isGreaterThan(filled.quantity())
                && filled.trades().containsAll(ReportedOrders.trades(report));
    }

    private record Key(AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId) {}

    private record Filled(ClientOrderId clientOrderId, Quantity quantity, Set<TradeId> trades) {

        Filled and(Filled later) {
            Set<TradeId> both =
                    Stream.concat(trades.stream(), later.trades.stream()).collect(Collectors.toUnmodifiableSet());
            return new Filled(clientOrderId, later.quantity, both);
        }
    }
}

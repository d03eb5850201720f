package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.StreamKey;
import dev.capstan.contracts.id.TradeId;
import dev.capstan.contracts.order.FillDetails;
import dev.capstan.contracts.order.OrderEventType;
import dev.capstan.contracts.tradingstate.TradingStateCause;
import dev.capstan.execution.order.domain.Order;
import dev.capstan.execution.order.domain.OrderChange;
import dev.capstan.execution.order.domain.VenueFacts;
import dev.capstan.execution.tradingstate.TradingScope;
import dev.capstan.execution.tradingstate.TradingStates;
import dev.capstan.execution.venue.domain.VenueClients;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import dev.capstan.kit.crash.CrashPoint;
import dev.capstan.kit.crash.CrashPoints;
import java.util.List;
import java.util.Set;

/** Books what a venue said: fills once, the status with its fills, the end of an order only when nothing is missing. */
public final class TakeVenueReport implements VenueReportIntake {

    private static final String US = "execution-service";

    private final Orders orders;
    private final OrderStreams streams;
    private final ReportedOrders reported;
    private final TradingStates states;
    private final VenueClients venues;
    private final FillAssets assets;
    private final OrdersToQuery toQuery;

    public TakeVenueReport(
            Orders orders,
            OrderStreams streams,
            ReportedOrders reported,
            TradingStates states,
            VenueClients venues,
            FillAssets assets,
            OrdersToQuery toQuery) {
        this.orders = orders;
        this.streams = streams;
        this.reported = reported;
        this.states = states;
        this.venues = venues;
        this.assets = assets;
        this.toQuery = toQuery;
    }

    @Override
    public void accept(VenueReport report) {
        Order order = reported.orderOf(report);
        Order after = book(order, report, report.fills());
        if (isIncomplete(after, report)) {
            fetchAndBook(after, report);
        }
    }

    /** The call to the venue is between two transactions, never inside one. */
    private void fetchAndBook(Order order, VenueReport report) {
        try {
            List<VenueFill> fills = venues.of(report.accountId()).fillsOf(report.instrumentId(), report.venueOrderId());
            Order after = book(order, report, fills);
            if (!isIncomplete(after, report)) {
                return;
            }
        } catch (VenueUnavailableException unavailable) {
            // The order keeps its state and its reservation; it is asked about until its fills are here.
        }
        toQuery.add(order);
    }

    /** Whether the venue has executed, or ended, more than we could book. */
    private static boolean isIncomplete(Order order, VenueReport report) {
        return order.execution().lacksFills()
                || (!order.isTerminal() && report.state().isTerminal());
    }

    private Order book(Order order, VenueReport report, List<VenueFill> fills) {
        Booked booked = streams.in(order.terms().streamKey(), open -> {
            Order before = open.order(order.id());
            OrderChange change = VenueFacts.book(before, report, unbooked(before, report, fills));
            haltIfReopened(change);
            open.store(before, change);
            return new Booked(change.after(), change.has(OrderEventType.OrderFilled));
        });
        if (booked.filled()) {
            CrashPoints.reached(
                    CrashPoint.FILL_COMMITTED, order.terms().clientOrderId().text());
        }
        return booked.order();
    }

    private List<FillDetails> unbooked(Order order, VenueReport report, List<VenueFill> fills) {
        if (fills.isEmpty()) {
            return List.of();
        }
        StreamKey key = order.terms().streamKey();
        Set<TradeId> booked = orders.bookedTrades(key, report.venueOrderId());
        return fills.stream()
                .filter(fill -> fill.venueOrderId().equals(report.venueOrderId()))
                .filter(fill -> !booked.contains(fill.tradeId()))
                .map(fill -> assets.details(report.instrumentId(), fill))
                .distinct()
                .toList();
    }

    /** Before the order's row is written: trading state comes first in the order of locks. */
    private void haltIfReopened(OrderChange change) {
        if (change.has(OrderEventType.OrderReopened)) {
            Order order = change.after();
            states.halt(
                    TradingScope.of(order.terms().streamKey()),
                    TradingStateCause.IN_DOUBT,
                    US,
                    "order " + order.id() + " was re-opened by the venue");
        }
    }

    private record Booked(Order order, boolean filled) {}
}

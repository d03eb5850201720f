package dev.capstan.execution.order.application;

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
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books what a venue said: fills once, the status with its fills, the end of an order only when nothing is missing. */
public final class TakeVenueReport implements VenueReportIntake {

    private static final Logger log = LoggerFactory.getLogger(TakeVenueReport.class);
    private static final String US = "execution-service";

    private final OrderStreams streams;
    private final ReportedOrders reported;
    private final TradingStates states;
    private final VenueClients venues;
    private final FillAssets assets;
    private final OrdersToQuery toQuery;
    private final FilledOrders filled = new FilledOrders();
    private final EarlyReports early = EarlyReports.timed();

    public TakeVenueReport(
            OrderStreams streams,
            ReportedOrders reported,
            TradingStates states,
            VenueClients venues,
            FillAssets assets,
            OrdersToQuery toQuery) {
        this.streams = streams;
        this.reported = reported;
        this.states = states;
        this.venues = venues;
        this.assets = assets;
        this.toQuery = toQuery;
    }

    @Override
    public void accept(VenueReport report) {
        if (filled.explain(report)) {
            return;
        }
        Optional<BookedOrder> found = reported.namesakeOf(report);
        if (found.isEmpty()) {
            bookAll(reported.strangerOf(report), report);
        } else if (isNews(found.get(), report)) {
            bookAll(found.get().order(), report);
        } else {
            filled.remember(found.get().order(), found.get().trades());
        }
    }

    @Override
    public void acceptStreamed(VenueReport report) {
        if (filled.explain(report)) {
            return;
        }
        if (!early.hold(report, this::acceptHeld)) {
            accept(report);
        }
    }

    @Override
    public void expectAnswer(Order claimed) {
        early.expect(claimed);
    }

    @Override
    public void answerIsOver(Order claimed) {
        acceptHeld(claimed, early.release(claimed));
    }

    /** Whoever delivered them has gone on: what cannot be stored now is asked for. */
    private void acceptHeld(Order claimed, List<VenueReport> reports) {
        for (VenueReport report : reports) {
            try {
                accept(report);
            } catch (RuntimeException failed) {
                log.warn("A report of {} could not be stored, the venue is asked: {}", claimed.id(), failed.toString());
                toQuery.add(claimed);
            }
        }
    }

    @Override
    public void acceptAnswer(Order asked, VenueReport report) {
        if (ReportedOrders.isAbout(asked, report)) {
            bookAll(asked, report);
        } else {
            accept(report);
        }
    }

    /**
     * Whether there is anything to do. Most reports of a stream repeat what the answer to the submit said, and those cost no transaction.
     *
     * <p>No lock is needed for a "no". The order and its fills were read with one statement after the report came, so they are what some
     * commit left: an order moves under its stream's lock only, with its fills in one commit. A transaction for the report right after that
     * commit would have changed nothing; and reports may come in any order, so that moment is as good as any later one.
     */
    private static boolean isNews(BookedOrder books, VenueReport report) {
        List<VenueFill> unbooked = unbooked(books, report, report.fills());
        return !unbooked.isEmpty() || VenueFacts.isNews(books.order(), report);
    }

    private void bookAll(Order order, VenueReport report) {
        Order after = book(order, report, report.fills());
        if (!after.mayBe(report.venueOrderId())) {
            // While we waited for the lock the venue said that our order is another one.
            accept(report);
        } else if (VenueFacts.isIncomplete(after, report)) {
            fetchAndBook(after, report);
        }
    }

    /** The call to the venue is between two transactions, never inside one. */
    private void fetchAndBook(Order order, VenueReport report) {
        try {
            List<VenueFill> fills = venues.of(report.accountId()).fillsOf(report.instrumentId(), report.venueOrderId());
            Order after = book(order, report, fills);
            if (!VenueFacts.isIncomplete(after, report)) {
                return;
            }
        } catch (VenueUnavailableException unavailable) {
            // The order keeps its state and its reservation; it is asked about until its fills are here.
        }
        toQuery.add(order);
    }

    private Order book(Order order, VenueReport report, List<VenueFill> fills) {
        Set<TradeId> trades = ReportedOrders.trades(report, fills);
        OrderChange change = streams.book(order, report.venueOrderId(), trades, books -> step(books, report, fills));
        if (change.after().mayBe(report.venueOrderId())) {
            filled.remember(change.after(), trades);
        }
        if (change.has(OrderEventType.OrderFilled)) {
            CrashPoints.reached(
                    CrashPoint.FILL_COMMITTED, order.terms().clientOrderId().text());
        }
        return change.after();
    }

    private OrderChange step(BookedOrder books, VenueReport report, List<VenueFill> fills) {
        if (!books.order().mayBe(report.venueOrderId())) {
            return OrderChange.none(books.order());
        }
        List<FillDetails> news = unbooked(books, report, fills).stream()
                .map(fill -> assets.details(report.instrumentId(), fill))
                .distinct()
                .toList();
        OrderChange change = VenueFacts.book(books.order(), report, news);
        haltIfReopened(change);
        return change;
    }

    private static List<VenueFill> unbooked(BookedOrder books, VenueReport report, List<VenueFill> fills) {
        return fills.stream()
                .filter(fill -> fill.venueOrderId().equals(report.venueOrderId()))
                .filter(fill -> !books.trades().contains(fill.tradeId()))
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
}

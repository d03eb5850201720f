package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.value.OrderStatus;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.Difference.Kind;
import dev.capstan.execution.reconciliation.domain.OpenOrder;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares open orders. Our list is read first: an order that is in it and not in the venue's list either ended or is being placed right
 * now, and the query tells which.
 */
final class OrderComparison {

    private final OrderBook book;
    private final VenueReportIntake intake;

    OrderComparison(OrderBook book, VenueReportIntake intake) {
        this.book = book;
        this.intake = intake;
    }

    /** Returns how many orders were compared; notes differences in {@code tally}. */
    int compare(AccountId accountId, VenueClient client, Tally tally) {
        List<OpenOrder> ours = book.openOrders(accountId);
        List<VenueReport> venues = client.openOrders();
        Map<ClientOrderId, OpenOrder> byId =
                ours.stream().collect(Collectors.toMap(OpenOrder::clientOrderId, Function.identity()));
        venues.forEach(report -> bookIfBehind(report, byId, tally));
        Set<ClientOrderId> resting =
                venues.stream().map(VenueReport::clientOrderId).collect(Collectors.toCollection(HashSet::new));
        List<OpenOrder> absent = ours.stream()
                .filter(order -> !resting.contains(order.clientOrderId()))
                .toList();
        absent.forEach(order -> follow(order, client, tally));
        return venues.size() + absent.size();
    }

    private void bookIfBehind(VenueReport report, Map<ClientOrderId, OpenOrder> ours, Tally tally) {
        OpenOrder order = ours.get(report.clientOrderId());
        if (order == null) {
            intake.accept(report);
            tally.note(Kind.ORDER_MISSING, report);
        } else if (!agrees(order, report)) {
            intake.accept(report);
            tally.note(Kind.ORDER_BEHIND, report);
        }
    }

    private static boolean agrees(OpenOrder order, VenueReport report) {
        return order.isAcknowledged() && order.filledQuantity().equals(report.executedQuantity());
    }

    private void follow(OpenOrder order, VenueClient client, Tally tally) {
        switch (client.query(order.instrumentId(), order.clientOrderId())) {
            case QueryAnswer.Found(VenueReport report) -> {
                intake.accept(Reports.reconciled(report, report.fills()));
                tally.note(Kind.ORDER_BEHIND, report);
            }
            case QueryAnswer.NotFound() -> denied(order, tally);
            case QueryAnswer.Unanswered(String detail) -> throw new VenueUnavailableException("query: " + detail);
        }
    }

    /** The venue has said this of live orders: it is shown, and nothing is concluded. */
    private static void denied(OpenOrder order, Tally tally) {
        if (order.status() != OrderStatus.SUBMITTED && order.status() != OrderStatus.UNKNOWN) {
            tally.note(
                    new Difference(
                            Kind.ORDER_DENIED,
                            order.instrumentId(),
                            order.clientOrderId().text()),
                    Instant.EPOCH);
        }
    }
}

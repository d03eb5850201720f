package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueOrderId;
import dev.capstan.execution.order.application.VenueReportIntake;
import dev.capstan.execution.reconciliation.domain.BookedFills;
import dev.capstan.execution.reconciliation.domain.Difference;
import dev.capstan.execution.reconciliation.domain.Difference.Kind;
import dev.capstan.execution.reconciliation.domain.FillKey;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import dev.capstan.execution.venue.domain.QueryAnswer;
import dev.capstan.execution.venue.domain.VenueClient;
import dev.capstan.execution.venue.domain.VenueFill;
import dev.capstan.execution.venue.domain.VenueReport;
import dev.capstan.execution.venue.domain.VenueUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares the trades of one instrument with our fills, and books what is missing together with its order. */
final class FillComparison {

    /** The answer to a submit and the list of trades may give one fill two times; so the edge of the list proves nothing. */
    static final Duration MARGIN = Duration.ofSeconds(10);

    private final OrderBook book;
    private final VenueReportIntake intake;

    FillComparison(OrderBook book, VenueReportIntake intake) {
        this.book = book;
        this.intake = intake;
    }

    /** What a comparison of one instrument found. */
    record Result(int compared, boolean equal) {}

    /**
     * Compares the venue's trades since {@code since} with {@code booked}, which was read before the trades are.
     *
     * @return equal only when both hold the same fills
     */
    Result compare(
            AccountId accountId,
            InstrumentId instrumentId,
            Instant since,
            BookedFills booked,
            VenueClient client,
            Tally tally) {
        List<VenueFill> trades = client.fillsSince(instrumentId, since);
        List<VenueFill> missing = trades.stream()
                .filter(trade -> !booked.fills().containsKey(key(instrumentId, trade)))
                .toList();
        Map<VenueOrderId, List<VenueFill>> byOrder =
                missing.stream().collect(Collectors.groupingBy(VenueFill::venueOrderId));
        byOrder.forEach((order, fills) -> {
            intake.accept(Reports.reconciled(orderOf(accountId, instrumentId, order, client), fills));
            fills.forEach(fill -> tally.note(
                    new Difference(
                            Kind.FILL_MISSING, instrumentId, fill.tradeId().text()),
                    fill.occurredAt()));
        });
        return new Result(trades.size(), missing.isEmpty() && noneInvented(instrumentId, since, booked, trades, tally));
    }

    /** A fill of ours that the venue does not list must never happen; if it does, no balance is proven. */
    private static boolean noneInvented(
            InstrumentId instrumentId, Instant since, BookedFills booked, List<VenueFill> trades, Tally tally) {
        var listed = trades.stream().map(trade -> key(instrumentId, trade)).collect(Collectors.toSet());
        Instant surely = since.plus(MARGIN);
        List<FillKey> invented = booked.fills().entrySet().stream()
                .filter(fill -> !fill.getValue().isBefore(surely))
                .map(Map.Entry::getKey)
                .filter(fill -> fill.instrumentId().equals(instrumentId) && !listed.contains(fill))
                .toList();
        invented.forEach(fill -> tally.note(
                new Difference(
                        Kind.FILL_UNKNOWN_TO_VENUE, instrumentId, fill.tradeId().text()),
                Instant.EPOCH));
        return invented.isEmpty();
    }

    private static FillKey key(InstrumentId instrumentId, VenueFill fill) {
        return new FillKey(instrumentId, fill.tradeId(), fill.venueOrderId());
    }

    /** The order of a fill: by our id where we know it, by the venue's where nobody here placed it. */
    private VenueReport orderOf(
            AccountId accountId, InstrumentId instrumentId, VenueOrderId venueOrderId, VenueClient client) {
        QueryAnswer answer = book.clientOrderIdOf(accountId, instrumentId, venueOrderId)
                .map(clientOrderId -> client.query(instrumentId, clientOrderId))
                .filter(found -> found instanceof QueryAnswer.Found(VenueReport report)
                        && report.venueOrderId().equals(venueOrderId))
                .orElseGet(() -> client.query(instrumentId, venueOrderId));
        if (answer instanceof QueryAnswer.Found(VenueReport report)) {
            return report;
        }
        throw new VenueUnavailableException("no order " + venueOrderId + " for a trade on " + instrumentId);
    }
}

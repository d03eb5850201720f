package dev.capstan.execution.venue.domain;

import dev.capstan.contracts.id.ClientOrderId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.contracts.id.VenueOrderId;
import java.time.Instant;
import java.util.List;

/**
 * One account at one venue. Blocking; each call has a time limit of its own. Reads throw {@link VenueUnavailableException} when there is
 * no usable answer, and never answer with less than was asked for.
 */
public interface VenueClient {

    /** Signs {@code submission} once and writes it once; never repeats by itself. */
    SubmitAnswer submit(VenueSubmission submission);

    CancelAnswer cancel(InstrumentId instrumentId, ClientOrderId clientOrderId);

    QueryAnswer query(InstrumentId instrumentId, ClientOrderId clientOrderId);

    /** The same by the venue's own key: for fills of orders that nobody here placed. */
    default QueryAnswer query(InstrumentId instrumentId, VenueOrderId venueOrderId) {
        return new QueryAnswer.Unanswered("this venue cannot be asked by its own key");
    }

    /** All orders that rest now, of every instrument. */
    List<VenueReport> openOrders();

    /** All orders of the instrument placed at or after {@code since}, oldest first, whatever became of them. */
    List<VenueReport> ordersSince(InstrumentId instrumentId, Instant since);

    /** All fills of the instrument at or after {@code since}, oldest first. */
    List<VenueFill> fillsSince(InstrumentId instrumentId, Instant since);

    /** All fills of one order. */
    List<VenueFill> fillsOf(InstrumentId instrumentId, VenueOrderId venueOrderId);

    List<VenueBalance> balances();

    /** Time by the venue, and how we reckon it. */
    VenueClock clock();
}

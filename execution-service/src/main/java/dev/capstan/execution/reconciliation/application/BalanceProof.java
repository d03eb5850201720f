package dev.capstan.execution.reconciliation.application;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.InstrumentId;
import dev.capstan.execution.reconciliation.domain.BookedFills;
import dev.capstan.execution.reconciliation.domain.OrderBook;
import dev.capstan.execution.venue.domain.VenueBalance;
import dev.capstan.execution.venue.domain.VenueClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One try to find balances and stream numbers that belong together: the balances hold exactly the fills up to the numbers.
 *
 * <p>Four readings, in this order: our numbers and fills (one snapshot), the balances, the venue's trades, the balances again. Say that
 * the trades read after the balances are all in the fills read before them, and both readings of the balances are equal. Then
 *
 * <ul>
 *   <li>every fill in our snapshot was executed before the balances were read, because we book what has happened;
 *   <li>every fill executed before the balances were read is among the trades read later, and so in our snapshot;
 * </ul>
 *
 * (an order's intent is stored before the venue hears of it, so an instrument it traded on before the balances were read is among those
 * read after them), so the balances hold exactly the fills of the snapshot, which are those up to its numbers. Trades are compared from
 * the last proven point on (with an overlap); before it the same has been shown already, and before the account existed here trades are
 * part of the opening balance. Trades by others' hands on an instrument we never had an order on are not looked for: they are drift, and
 * shown as that. The second reading of the balances guards against a venue whose reads lag behind each other. Where it fails, something
 * moved: an account that is trading busily is tried again later.
 */
final class BalanceProof {

    private final OrderBook book;
    private final FillComparison fills;

    BalanceProof(OrderBook book, FillComparison fills) {
        this.book = book;
        this.fills = fills;
    }

    /**
     * What a try brought. All fills from before it are booked, proven or not.
     *
     * @param balances empty when something moved
     */
    record Attempt(BookedFills booked, int comparedFills, Optional<List<VenueBalance>> balances) {}

    Attempt attempt(AccountId accountId, Function<InstrumentId, Instant> since, VenueClient client, Tally tally) {
        BookedFills booked = book.bookedFills(accountId, earliest(accountId, since));
        List<VenueBalance> before = client.balances();
        boolean equal = true;
        int compared = 0;
        for (InstrumentId instrumentId : book.instruments(accountId)) {
            FillComparison.Result result =
                    fills.compare(accountId, instrumentId, since.apply(instrumentId), booked, client, tally);
            compared += result.compared();
            equal &= result.equal();
        }
        boolean proven = equal && same(before, client.balances());
        return new Attempt(booked, compared, proven ? Optional.of(before) : Optional.empty());
    }

    private Instant earliest(AccountId accountId, Function<InstrumentId, Instant> since) {
        return book.instruments(accountId).stream()
                .map(since)
                .min(Comparator.naturalOrder())
                .map(first -> first.minus(FillComparison.MARGIN))
                .orElse(Instant.EPOCH);
    }

    /** In any order; the venue promises none. */
    private static boolean same(List<VenueBalance> before, List<VenueBalance> after) {
        return new HashSet<>(before).equals(new HashSet<>(after));
    }
}

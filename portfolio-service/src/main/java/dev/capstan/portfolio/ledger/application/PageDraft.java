package dev.capstan.portfolio.ledger.application;

import dev.capstan.portfolio.ledger.domain.BookedFill;
import dev.capstan.portfolio.ledger.domain.FillPosting;
import dev.capstan.portfolio.ledger.domain.FillSequence;
import dev.capstan.portfolio.ledger.domain.LedgerTransaction;
import dev.capstan.portfolio.ledger.domain.PageBooking;
import dev.capstan.portfolio.ledger.domain.PlacedFill;
import dev.capstan.portfolio.ledger.domain.PositionBook;
import dev.capstan.portfolio.ledger.domain.ToldFill;
import dev.capstan.trading.accounting.AverageCost;
import dev.capstan.trading.accounting.FillRank;
import dev.capstan.trading.accounting.Recosting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A page while the fills of a batch are added to it. */
final class PageDraft {

    /** A fill that was added; what became of its place is known only when the last one is in. */
    private record Added(ToldFill told, boolean late, List<LedgerTransaction> transactions) {}

    private final PositionBook before;
    private final FillSequence sequence;
    private final List<Added> added = new ArrayList<>();
    private PositionBook page;

    PageDraft(PositionBook before, FillSequence sequence) {
        this.before = before;
        this.sequence = sequence;
        this.page = before;
    }

    PositionBook page() {
        return page;
    }

    /** Returns the page with the fill. */
    PositionBook add(ToldFill told) {
        Recosting recosting = sequence.insert(new AverageCost(told.pair()), told.fill(), page.state());
        boolean late = !recosting.laterStates().isEmpty();
        added.add(new Added(told, late, FillPosting.transactions(told.pair(), told.fill(), recosting)));
        page = page.after(told.pair(), recosting.current(), told.number(), told.recordedAt());
        return page;
    }

    PageBooking booking(int repeated) {
        Map<FillRank, PlacedFill> placed = new LinkedHashMap<>();
        sequence.placed().forEach(one -> placed.put(one.fill().rank(), one));
        List<BookedFill> fills = added.stream().map(one -> takeOut(one, placed)).toList();
        return new PageBooking(before, page, fills, List.copyOf(placed.values()), repeated);
    }

    /** What is left in {@code placed} was stored before. */
    private static BookedFill takeOut(Added one, Map<FillRank, PlacedFill> placed) {
        PlacedFill place =
                Objects.requireNonNull(placed.remove(one.told().fill().rank()));
        return new BookedFill(one.told(), place.state(), one.late(), one.transactions());
    }
}

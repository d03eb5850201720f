package dev.capstan.portfolio.ledger.domain;

import java.util.List;

/**
 * Everything that the fills of a batch change.
 *
 * @param fills those that are new, in the order in which their events are numbered
 * @param moved stored fills that rank behind a new one, costed anew
 * @param repeated how many fills were booked before
 */
public record PageBooking(
        PositionBook before, PositionBook after, List<BookedFill> fills, List<PlacedFill> moved, int repeated) {

    public PageBooking {
        fills = List.copyOf(fills);
        moved = List.copyOf(moved);
    }

    /** Whether anything was new. */
    public boolean isChange() {
        return !fills.isEmpty();
    }
}

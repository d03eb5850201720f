package dev.capstan.portfolio.ledger.domain;

import dev.capstan.trading.accounting.PositionFill;
import dev.capstan.trading.accounting.Recosting;
import java.util.List;

/**
 * Everything that one fill changes.
 *
 * @param later the fills that rank after it, in the order of {@code recosting.laterStates()}
 */
public record FillBooking(
        PositionBook before,
        PositionBook after,
        PositionFill fill,
        List<PositionFill> later,
        Recosting recosting,
        List<LedgerTransaction> transactions) {

    public FillBooking {
        later = List.copyOf(later);
        transactions = List.copyOf(transactions);
    }
}

package dev.capstan.portfolio.ledger.domain;

import dev.capstan.trading.accounting.PositionState;
import java.util.List;

/**
 * A fill that was added to a page.
 *
 * @param state the position right after it at its place, once all fills of the booking are in
 * @param late whether it came after a fill that it ranks before
 * @param transactions what it became in the ledger; they tell what was known when its turn came
 */
public record BookedFill(ToldFill told, PositionState state, boolean late, List<LedgerTransaction> transactions) {

    public BookedFill {
        transactions = List.copyOf(transactions);
    }
}

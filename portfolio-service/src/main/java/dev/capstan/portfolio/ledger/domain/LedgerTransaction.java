package dev.capstan.portfolio.ledger.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Amounts moved between accounts of the ledger for one fact; sums to zero for each asset.
 *
 * @param fact names the fact within its book and kind, e.g. trade id and venue order id
 */
public record LedgerTransaction(EntryKind kind, String fact, List<LedgerLine> lines) {

    public LedgerTransaction {
        lines = List.copyOf(lines);
        Map<Asset, Money> sums = new HashMap<>();
        lines.forEach(line -> sums.merge(line.asset(), line.amount(), Money::plus));
        sums.forEach((asset, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("expected a sum of zero in " + asset + ", got: " + sum);
            }
        });
    }

    /** Starts an empty transaction. */
    public static LedgerTransaction of(EntryKind kind, String fact) {
        return new LedgerTransaction(kind, fact, List.of());
    }

    /** Adds both sides of a movement; a zero amount adds nothing, a negative one moves the other way. */
    public LedgerTransaction moving(Money amount, Asset asset, LedgerAccount from, LedgerAccount to) {
        if (amount.isZero()) {
            return this;
        }
        List<LedgerLine> more = new java.util.ArrayList<>(lines);
        more.add(new LedgerLine(to, asset, amount));
        more.add(new LedgerLine(from, asset, amount.negated()));
        return new LedgerTransaction(kind, fact, more);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The same for every booking of the same fact into the same generation of the book. */
    public UUID transactionId(BookId book) {
        return FactId.of(book.text(), kind.name(), fact);
    }

    /** Id of the line at {@code index}. */
    public UUID entryId(BookId book, int index) {
        return FactId.of(book.text(), kind.name(), fact, Integer.toString(index));
    }
}

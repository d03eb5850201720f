package dev.capstan.portfolio.balance.domain;

import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.ledger.domain.EntryKind;
import dev.capstan.portfolio.ledger.domain.LedgerAccount;
import dev.capstan.portfolio.ledger.domain.LedgerTransaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The venue's balances beside the ledger's at the same marks.
 *
 * @param differences assets where they are not equal, by name
 */
public record Comparison(Snapshot snapshot, List<Difference> differences) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Compares every asset that either side knows. */
    public static Comparison of(Snapshot snapshot, Map<Asset, Money> ledger) {
        List<Difference> differences = Stream.concat(snapshot.amounts().keySet().stream(), ledger.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Asset::value))
                .map(asset -> new Difference(asset, snapshot.amount(asset), ledger.getOrDefault(asset, Money.ZERO)))
                .filter(difference -> !difference.amount().isZero())
                .toList();
        return new Comparison(snapshot, differences);
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }

    /** The entry that makes the ledger equal to the venue; it has no lines when it is already. */
    public LedgerTransaction transaction(boolean opening) {
        LedgerAccount source = opening ? LedgerAccount.OPENING_EQUITY : LedgerAccount.DRIFT;
        LedgerTransaction transaction = LedgerTransaction.of(
                opening ? EntryKind.OPENING : EntryKind.DRIFT,
                snapshot.eventId().toString());
        for (Difference difference : differences) {
            transaction = transaction.moving(difference.amount(), difference.asset(), source, LedgerAccount.HOLDING);
        }
        return transaction;
    }

    /** One asset on which the two disagree. */
    public record Difference(Asset asset, Money venue, Money ledger) {

        /** What the venue holds more. */
        public Money amount() {
            return venue.minus(ledger);
        }
    }
}

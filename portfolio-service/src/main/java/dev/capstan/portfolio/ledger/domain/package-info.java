/**
 * The rules of the ledger: what a fill is booked as, and that every booking balances.
 *
 * <p>A {@link dev.capstan.portfolio.ledger.domain.LedgerTransaction} moves amounts between {@link
 * dev.capstan.portfolio.ledger.domain.LedgerAccount}s and sums to zero for each asset; it cannot be made otherwise. {@link
 * dev.capstan.portfolio.ledger.domain.FillPosting} says which transactions a fill becomes. Ids of entries are functions of the fact
 * they record ({@link dev.capstan.portfolio.ledger.domain.FactId}), so a replay meets its own entries again.
 *
 * <p>Fills are booked in batches: a {@link dev.capstan.portfolio.ledger.domain.PageBooking} is what those of one transaction make of a page,
 * and a {@link dev.capstan.portfolio.ledger.domain.FillSequence} puts each at its place.
 *
 * <p>A {@link dev.capstan.portfolio.ledger.domain.BookId} is one generation of a book. Entries are never changed or deleted; a rebuild
 * opens the next generation and leaves the old one as history.
 */
@NullMarked
package dev.capstan.portfolio.ledger.domain;

import org.jspecify.annotations.NullMarked;

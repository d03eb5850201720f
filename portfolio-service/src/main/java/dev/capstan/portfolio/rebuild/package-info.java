/**
 * Rebuilding books from execution's order events, and the proof that nothing changed by it.
 *
 * <p>A ledger that is never changed cannot be cleared. A rebuild opens the next <em>generation</em> of a key's book: the stream position
 * goes back to zero, position, fills and running sums start empty, and every event is read from execution again. The entries of the old
 * generation stay as history; sums, balances and hashes look at the current one only. While a rebuild runs the figures are stale and no
 * position is published. A crash in the middle loses nothing: the row remembers how far the rebuild must come and what the book hashed
 * to before, and a sweep goes on.
 *
 * <p>The hash is SHA-256 over a canonical text of the effective facts ({@link dev.capstan.portfolio.rebuild.domain.CanonicalText}):
 * what a fill exchanged, line by line; what was realised, summed over realizations and corrections; the position. Versions, event
 * numbers, generations and times of recording are not in it, so it depends neither on the order in which fills arrived, nor on repeats,
 * nor on when a correction was made.
 */
@NullMarked
package dev.capstan.portfolio.rebuild;

import org.jspecify.annotations.NullMarked;

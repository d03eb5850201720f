/**
 * Balances: what the ledger says an account holds, and how it compares with what the venue says.
 *
 * <p>A snapshot of the venue carries marks: for each instrument the last event number whose fills are in its balances. The ledger knows
 * the event number of every entry, so it can say what it held <em>at those marks</em>, whenever it is asked: entries with higher
 * numbers are left out, and as long as a lower one is missing the snapshot waits. The first snapshot is booked as the opening entry,
 * venue minus ledger at the marks; whether its fills were applied before or after it arrived makes no difference, and no fill counts
 * twice. Each later snapshot is compared in the same way, and what differs is booked as drift, with an alert.
 */
@NullMarked
package dev.capstan.portfolio.balance;

import org.jspecify.annotations.NullMarked;

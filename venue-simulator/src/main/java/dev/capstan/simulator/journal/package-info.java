/**
 * What the venue remembers: {@link dev.capstan.simulator.journal.StateJournal} (orders, trades, balances, ids, the market's clock) and
 * {@link dev.capstan.simulator.journal.RequestJournal} (every signed request as it arrived). Both are written before anybody is answered.
 */
@NullMarked
package dev.capstan.simulator.journal;

import org.jspecify.annotations.NullMarked;

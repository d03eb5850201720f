/**
 * Runs are worked off here: {@link dev.capstan.backtest.worker.WorkerPool} claims and runs them, {@link
 * dev.capstan.backtest.worker.Heart} keeps their leases and settles what others left behind.
 *
 * <p>What if a worker dies? Its leases run out, and whichever replica looks next puts its runs back into the queue. What if it was only
 * paused? Its runs have another fence by then: it asks before it stores evidence, and its writes find nothing to change.
 */
@NullMarked
package dev.capstan.backtest.worker;

import org.jspecify.annotations.NullMarked;

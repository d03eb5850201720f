/**
 * Comparing our books with the venue's, and proving what its balances hold.
 *
 * <p>{@code Reconcile} is one run: orders, then fills and balances together. {@code ReconciliationLoops} decides when: at takeover, after
 * every gap in the reports, every 60 s, and on demand. Nothing is written to the books here; everything found goes through the {@link
 * dev.capstan.execution.order.application.VenueReportIntake intake}, so a run that dies half-way is simply run again.
 */
@NullMarked
package dev.capstan.execution.reconciliation.application;

import org.jspecify.annotations.NullMarked;

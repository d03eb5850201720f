/**
 * What is compared: our {@link dev.capstan.execution.reconciliation.domain.OrderBook books}, and what became of it, a {@link
 * dev.capstan.execution.reconciliation.domain.ReconciliationRun run} with its differences.
 */
@NullMarked
package dev.capstan.execution.reconciliation.domain;

import org.jspecify.annotations.NullMarked;

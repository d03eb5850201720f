/**
 * Runs and proven points in PostgreSQL, and the {@code OrderBook} read from the order feature's tables.
 */
@NullMarked
package dev.capstan.execution.reconciliation.adapter.postgres;

import org.jspecify.annotations.NullMarked;

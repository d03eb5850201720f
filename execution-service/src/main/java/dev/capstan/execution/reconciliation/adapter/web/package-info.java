/**
 * {@code /api/accounts/{accountId}/reconciliation}: the last comparison, and a way to ask for one.
 */
@NullMarked
package dev.capstan.execution.reconciliation.adapter.web;

import org.jspecify.annotations.NullMarked;

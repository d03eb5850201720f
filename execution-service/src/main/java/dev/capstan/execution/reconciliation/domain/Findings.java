package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.operations.AlertEvent;
import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import org.jspecify.annotations.Nullable;

/**
 * What others are told of a run.
 *
 * @param balances set when they were proven
 * @param alert set when there was a difference
 */
public record Findings(
        @Nullable BalanceSnapshotEvent balances, @Nullable AlertEvent alert) {}

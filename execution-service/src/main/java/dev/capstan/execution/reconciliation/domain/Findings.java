package dev.capstan.execution.reconciliation.domain;

import dev.capstan.contracts.portfolio.BalanceSnapshotEvent;
import org.jspecify.annotations.Nullable;

/**
 * What others are told of a run.
 *
 * @param balances set when they were proven
 * @param alert what differed, as {@code key=value} context; null when nothing did
 */
public record Findings(
        @Nullable BalanceSnapshotEvent balances, @Nullable String alert) {}

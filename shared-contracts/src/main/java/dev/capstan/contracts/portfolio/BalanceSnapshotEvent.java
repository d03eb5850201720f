package dev.capstan.contracts.portfolio;

import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the venue says an account holds, on {@code execution.balance.events.v1}, key = account id.
 *
 * <p>Published by execution at start and at each reconciliation that found the account's fills and balances settled. The first one is
 * booked as the opening entry; a later difference is drift.
 *
 * @param afterNumbers for each instrument of the account with order events, the last number whose fills are in these balances:
 *     a consumer compares only after it has applied those
 */
public record BalanceSnapshotEvent(
        UUID eventId, AccountId accountId, List<Balance> balances, List<StreamMark> afterNumbers, Instant observedAt) {

    public BalanceSnapshotEvent {
        balances = List.copyOf(balances);
        afterNumbers = List.copyOf(afterNumbers);
    }

    /** Free plus locked of one asset; both zero or more. */
    public record Balance(Asset asset, Money free, Money locked) {}

    /** A place in an instrument's stream. */
    public record StreamMark(String instrumentId, long number) {}
}

package dev.capstan.portfolio.balance.adapter.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.contracts.id.AccountId;
import dev.capstan.contracts.id.Asset;
import dev.capstan.contracts.value.Money;
import dev.capstan.portfolio.balance.domain.Balances;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of {@code GET /api/balances}.
 *
 * @param balance free and locked together, by the ledger
 * @param stale true until the opening is booked, while a snapshot waits too long for its fills, and while a key of the account is
 *     parked, may lack events, or is being rebuilt
 * @param dataAsOf the newest entry, or the last comparison with the venue if that was later
 */
record BalanceView(
        AccountId accountId,
        Asset asset,
        Money balance,
        @JsonProperty("is_stale") boolean stale,
        @JsonProperty("data_as_of_timestamp") Instant dataAsOf) {

    static BalanceView of(AccountId accountId, Balances.Balance balance, @Nullable Instant comparedAt, boolean stale) {
        Instant asOf = comparedAt != null && comparedAt.isAfter(balance.asOf()) ? comparedAt : balance.asOf();
        return new BalanceView(accountId, balance.asset(), balance.amount(), stale, asOf);
    }
}

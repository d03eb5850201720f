package dev.capstan.execution.order.application;

import dev.capstan.contracts.id.AccountId;

/** Tells whoever owns the account's session that an approved order waits. Best effort: the owner looks by itself, twice a second at least. */
@FunctionalInterface
public interface WakeOwner {

    void of(AccountId accountId);
}

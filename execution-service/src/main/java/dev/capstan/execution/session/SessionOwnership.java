package dev.capstan.execution.session;

import dev.capstan.contracts.id.AccountId;

/**
 * This replica's right to speak to the venue for an account.
 *
 * @param fence rises by one with every takeover; a claim carries it
 */
public record SessionOwnership(AccountId accountId, long fence) {}

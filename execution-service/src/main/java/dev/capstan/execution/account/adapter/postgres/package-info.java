/**
 * Accounts in PostgreSQL: tables {@code account}, {@code account_grant} and {@code account_venue_key}. Every change raises the account's
 * version and leaves its whole new state in the outbox, in one transaction.
 */
@NullMarked
package dev.capstan.execution.account.adapter.postgres;

import org.jspecify.annotations.NullMarked;

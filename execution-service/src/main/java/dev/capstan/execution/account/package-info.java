/**
 * Accounts: owner, grants, PAPER or LIVE, encrypted venue keys.
 *
 * <p>{@link dev.capstan.execution.account.Accounts} says who may do what; {@link dev.capstan.execution.account.VenueKeySource} opens an
 * account's keys for the adapter that signs with them, and for nobody else. A key is stored under AES-256-GCM with a nonce of its own
 * and the account's id as associated data, so a row copied to another account does not open.
 */
@NullMarked
package dev.capstan.execution.account;

import org.jspecify.annotations.NullMarked;

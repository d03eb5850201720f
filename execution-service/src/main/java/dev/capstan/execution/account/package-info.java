/**
 * Accounts: owner, grants, PAPER or LIVE, encrypted venue keys.
 */
@NullMarked
package dev.capstan.execution.account;

import org.jspecify.annotations.NullMarked;

/**
 * Who may do what on which account: {@link dev.capstan.contracts.account.AccountEvent}, a whole state with a version.
 */
@NullMarked
package dev.capstan.contracts.account;

import org.jspecify.annotations.NullMarked;

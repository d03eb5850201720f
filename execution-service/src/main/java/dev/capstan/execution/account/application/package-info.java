/**
 * Changes to accounts, one class each. Each is one transaction that ends with the account's whole new state in the outbox.
 */
@NullMarked
package dev.capstan.execution.account.application;

import org.jspecify.annotations.NullMarked;

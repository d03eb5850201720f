/**
 * Puts the account feature's use cases together.
 */
@NullMarked
package dev.capstan.execution.account.config;

import org.jspecify.annotations.NullMarked;

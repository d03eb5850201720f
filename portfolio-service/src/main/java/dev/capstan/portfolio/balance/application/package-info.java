/** Keeping snapshots and comparing them: {@link dev.capstan.portfolio.balance.application.CompareBalances}. */
@NullMarked
package dev.capstan.portfolio.balance.application;

import org.jspecify.annotations.NullMarked;

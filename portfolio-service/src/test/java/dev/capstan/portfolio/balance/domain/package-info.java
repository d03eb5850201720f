/** Comparing what the venue says with the ledger. */
@NullMarked
package dev.capstan.portfolio.balance.domain;

import org.jspecify.annotations.NullMarked;

/** What a venue said ({@link dev.capstan.portfolio.balance.domain.Snapshot}) and the entry it leads to. */
@NullMarked
package dev.capstan.portfolio.balance.domain;

import org.jspecify.annotations.NullMarked;

/**
 * Positions as people and other services see them: the ledger's page, the commissions paid, and what it would be worth now.
 *
 * <p>Marks come from market trades as they pass by ({@link dev.capstan.portfolio.position.Marks}); they value a position and never enter
 * the ledger. The position and its valuation each say how old they are and whether they can be relied on: a mark may be stale while the
 * position is not, and the other way round.
 */
@NullMarked
package dev.capstan.portfolio.position;

import org.jspecify.annotations.NullMarked;

/**
 * How much every account could come to hold, computed from order events alone.
 *
 * <p>Each order is one {@link dev.capstan.risk.exposure.domain.BookedOrder}: how much of it filled and how much still counts as held. Each
 * key (account and instrument) has one position. An event moves both in one transaction, so what a reservation holds becomes position
 * without a moment in which it is neither. That is why portfolio-service has no part in a decision: stopped or late, it hides nothing.
 *
 * <p>Events may come before, after or without a reservation. What they say is always booked, even beyond a limit: an order found at the
 * venue, a re-opened one, a late fill. When that commits the account to more than was reserved and a limit is passed, an alert {@code
 * LIMIT_EXCEEDED} goes out with the same transaction.
 */
@NullMarked
package dev.capstan.risk.exposure;

import org.jspecify.annotations.NullMarked;

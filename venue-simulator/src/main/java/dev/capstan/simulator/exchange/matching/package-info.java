/**
 * How orders and the market meet, and what that does to the orders they hang together with.
 *
 * <p>Where candles play, and while a price is held, an order meets the one price that plays:
 * {@link dev.capstan.simulator.exchange.matching.Matching} with a step from price to price. In a generated market it meets other orders: an
 * account's takes from the book, the flow's arrive in it, and what their trades set off is part of the same transaction.
 */
@NullMarked
package dev.capstan.simulator.exchange.matching;

import org.jspecify.annotations.NullMarked;

/**
 * One venue account, traded on by us and by clients nobody here wrote: {@link dev.capstan.systemtests.same.SameStatesScenario}.
 *
 * <p>{@code OtherClients} tells ccxt, ccxt.pro and {@code @binance/spot} what to do and what to look at; {@code States} holds what they see of
 * every order against what we answer. Example: an exit that waits behind an entry is {@code PENDING_NEW} at the venue and {@code ACCEPTED}
 * here, and neither has a fill.
 */
@NullMarked
package dev.capstan.systemtests.same;

import org.jspecify.annotations.NullMarked;

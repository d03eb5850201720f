/**
 * The venue without a protocol: accounts, balances, orders, trades and the markets they meet.
 *
 * <p>{@link dev.capstan.simulator.exchange.Exchange} takes commands one at a time. Each becomes a
 * {@link dev.capstan.simulator.exchange.StateChange} that is journaled and then applied to
 * {@link dev.capstan.simulator.exchange.ExchangeState}; reading the journal at a start applies the same changes again. Only then the
 * {@link dev.capstan.simulator.exchange.ExchangeListener} hears of it.
 */
@NullMarked
package dev.capstan.simulator.exchange;

import org.jspecify.annotations.NullMarked;

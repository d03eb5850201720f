/**
 * The venue without a protocol: accounts, balances, orders, trades and the markets they meet.
 *
 * <p>{@link dev.capstan.simulator.exchange.Exchange} takes commands one at a time. Each becomes a
 * {@link dev.capstan.simulator.exchange.state.StateChange} that is journaled and then applied to
 * {@link dev.capstan.simulator.exchange.state.ExchangeState}; reading the journal at a start applies the same changes again. Only then the
 * {@link dev.capstan.simulator.exchange.report.ExchangeListener} hears of it.
 */
@NullMarked
package dev.capstan.simulator.exchange;

import org.jspecify.annotations.NullMarked;

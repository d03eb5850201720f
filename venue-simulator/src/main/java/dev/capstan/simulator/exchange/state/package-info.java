/**
 * What is journaled, and how it changes: a {@link dev.capstan.simulator.exchange.state.Transaction} is built aside, the
 * {@link dev.capstan.simulator.exchange.state.Desk} writes it down, applies it and tells of it, in this order.
 */
@NullMarked
package dev.capstan.simulator.exchange.state;

import org.jspecify.annotations.NullMarked;

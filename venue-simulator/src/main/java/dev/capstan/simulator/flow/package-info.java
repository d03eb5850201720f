/**
 * The flow of a generated market: what traders nobody knows do with the book, made from a seed.
 *
 * <p>What they intend in a minute ({@link dev.capstan.simulator.flow.FlowMinute}) is a pure function of seed, instrument and minute, and each
 * minute begins with a book of its own. So a minute in which no account traded comes out the same whenever it is played, live, after a
 * restart or for a client that asks for the past: {@link dev.capstan.simulator.flow.GeneratedCandles} plays it alone. Where an account traded,
 * the candle is what was printed, and somebody has to {@link dev.capstan.simulator.flow.GeneratedCandles#keep keep} it.
 *
 * <p>{@link dev.capstan.simulator.flow.FlowWalk} is the live one: it says what is intended when, and has the book of what the flow has resting.
 * {@link dev.capstan.simulator.flow.Arrivals} matches what arrives with that book and with whoever else rests
 * ({@link dev.capstan.simulator.flow.Counterparties}).
 */
@NullMarked
package dev.capstan.simulator.flow;

import org.jspecify.annotations.NullMarked;

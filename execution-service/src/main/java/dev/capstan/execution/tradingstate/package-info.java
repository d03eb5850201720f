/**
 * The kill switch: ACTIVE or HALTED for everything, an account, or an account's instrument, each with its cause.
 *
 * <p>{@link dev.capstan.execution.tradingstate.TradingStates} are rows that every claim locks in share mode. So a halt waits for claims
 * that are being committed, sees them all, and lets none pass after it; it answers when those are answered or too old for the venue.
 */
@NullMarked
package dev.capstan.execution.tradingstate;

import org.jspecify.annotations.NullMarked;

/**
 * backtest-service: backtests as jobs.
 *
 * <p>A run is asked for over HTTP, checked, and put into a queue that is a table ({@code run}). Workers of this process and of every other
 * replica take runs from it under a lease ({@code worker}), read the candles from market-data-service ({@code market}), run the simulation
 * engine of trading-core, leave the evidence document in the object store ({@code evidence}) and write the result with a fence: a worker
 * that lost its lease writes nothing. {@code defaults} keeps what a user usually pays.
 */
@NullMarked
package dev.capstan.backtest;

import org.jspecify.annotations.NullMarked;

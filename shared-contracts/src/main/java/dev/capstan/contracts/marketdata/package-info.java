/**
 * Ticks and candles in one canonical form for every venue.
 */
@NullMarked
package dev.capstan.contracts.marketdata;

import org.jspecify.annotations.NullMarked;

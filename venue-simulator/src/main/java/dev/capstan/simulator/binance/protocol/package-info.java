/**
 * The Binance Spot dialect without a transport: parameters, signatures, errors, and the JSON of orders, trades, candles and instruments.
 */
@NullMarked
package dev.capstan.simulator.binance.protocol;

import org.jspecify.annotations.NullMarked;

/** The dialect's details. */
@NullMarked
package dev.capstan.simulator.binance.protocol;

import org.jspecify.annotations.NullMarked;

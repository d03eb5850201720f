/** Facts of candles and how they play. */
@NullMarked
package dev.capstan.simulator.market;

import org.jspecify.annotations.NullMarked;

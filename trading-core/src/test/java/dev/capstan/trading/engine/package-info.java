/** Facts of the simulation engine, on candles made by hand and on generated ones. */
@NullMarked
package dev.capstan.trading.engine;

import org.jspecify.annotations.NullMarked;

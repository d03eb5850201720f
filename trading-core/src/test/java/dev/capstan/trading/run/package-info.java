/** Facts of a run between its candles and its orders. */
@NullMarked
package dev.capstan.trading.run;

import org.jspecify.annotations.NullMarked;

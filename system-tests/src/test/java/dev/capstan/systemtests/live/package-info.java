/** Strategies that trade through every service, and what the engine makes of the same candles. */
@NullMarked
package dev.capstan.systemtests.live;

import org.jspecify.annotations.NullMarked;

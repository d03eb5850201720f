/** Facts of what the strategy SDK keeps. */
@NullMarked
package dev.capstan.trading.strategy;

import org.jspecify.annotations.NullMarked;

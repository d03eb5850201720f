/** Facts of fixed-point arithmetic. */
@NullMarked
package dev.capstan.trading.fixed;

import org.jspecify.annotations.NullMarked;

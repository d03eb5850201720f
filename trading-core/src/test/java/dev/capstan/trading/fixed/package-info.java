/** Facts of the fill model, most of them over generated bars. */
@NullMarked
package dev.capstan.trading.fixed;

import org.jspecify.annotations.NullMarked;

/** Facts of position sizing, most of them over generated scenarios. */
@NullMarked
package dev.capstan.trading.sizing;

import org.jspecify.annotations.NullMarked;

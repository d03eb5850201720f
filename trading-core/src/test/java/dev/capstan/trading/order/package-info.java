/** Facts about the transition table. */
@NullMarked
package dev.capstan.trading.order;

import org.jspecify.annotations.NullMarked;

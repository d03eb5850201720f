/** Facts of the strategies that come with the product. */
@NullMarked
package dev.capstan.trading.strategy.builtin;

import org.jspecify.annotations.NullMarked;

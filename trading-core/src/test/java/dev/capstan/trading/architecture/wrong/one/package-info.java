/** Wrong on purpose. */
@NullMarked
package dev.capstan.trading.architecture.wrong.one;

import org.jspecify.annotations.NullMarked;

/** Wrong on purpose. */
@NullMarked
package dev.capstan.trading.architecture.wrong.other;

import org.jspecify.annotations.NullMarked;

/** Wrong on purpose. */
@NullMarked
package dev.capstan.trading.architecture.wrong;

import org.jspecify.annotations.NullMarked;

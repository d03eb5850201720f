/** Hand-computed examples and seeded properties of position accounting. */
@NullMarked
package dev.capstan.trading.accounting;

import org.jspecify.annotations.NullMarked;

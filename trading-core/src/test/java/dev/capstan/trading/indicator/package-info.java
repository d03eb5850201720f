/** Facts of indicators: values worked out by hand and by others, exact ties, state that survives. */
@NullMarked
package dev.capstan.trading.indicator;

import org.jspecify.annotations.NullMarked;

/** Tests of the adapter's {@code protocol} package. */
@NullMarked
package dev.capstan.execution.venue.adapter.binance.protocol;

import org.jspecify.annotations.NullMarked;

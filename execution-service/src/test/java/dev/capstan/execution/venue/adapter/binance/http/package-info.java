/** Tests of the adapter's {@code http} package. */
@NullMarked
package dev.capstan.execution.venue.adapter.binance.http;

import org.jspecify.annotations.NullMarked;

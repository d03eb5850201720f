/** Collecting durations and telling them as percentiles. */
@NullMarked
package dev.capstan.bench.figures;

import org.jspecify.annotations.NullMarked;

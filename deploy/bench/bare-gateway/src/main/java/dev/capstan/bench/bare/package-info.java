/** The other side of the comparison in {@code capstan bench gateway}. */
@NullMarked
package dev.capstan.bench.bare;

import org.jspecify.annotations.NullMarked;

/** The {@code capstan bench} command. */
@NullMarked
package dev.capstan.bench.cli;

import org.jspecify.annotations.NullMarked;

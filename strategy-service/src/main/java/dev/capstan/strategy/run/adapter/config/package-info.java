/** Puts the use cases of runs together. */
@NullMarked
package dev.capstan.strategy.run.adapter.config;

import org.jspecify.annotations.NullMarked;

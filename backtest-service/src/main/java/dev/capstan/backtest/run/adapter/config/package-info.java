/** Puts the use cases of runs together. */
@NullMarked
package dev.capstan.backtest.run.adapter.config;

import org.jspecify.annotations.NullMarked;

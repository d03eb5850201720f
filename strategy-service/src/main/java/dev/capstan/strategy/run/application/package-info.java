/**
 * What happens to live runs: they are started and stopped, take candles, have their orders sent and hear of them. Each of these is one
 * transaction on the run's row.
 */
@NullMarked
package dev.capstan.strategy.run.application;

import org.jspecify.annotations.NullMarked;

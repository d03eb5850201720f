/** User data streams and market streams: who listens, and the JSON of each event. */
@NullMarked
package dev.capstan.simulator.binance.stream;

import org.jspecify.annotations.NullMarked;
